/** Draws a sample of any kind. */
import type { Sample } from '../../../protocol/views.ts';
import { AudioFigure } from './audioFigure.tsx';
import { CurveFigure } from './curveFigure.tsx';
import { ImagesFigure } from './imagesFigure.tsx';
import { MatrixFigure } from './matrixFigure.tsx';
import { PointsFigure } from './pointsFigure.tsx';
import './samples.css';

interface Props {
  sample: Sample;
  /** CSS pixels there are. */
  width: number;
  maxHeight: number;
}

export function SampleFigure({ sample, width, maxHeight }: Props) {
  switch (sample.type) {
    case 'images':
      return <ImagesFigure record={sample} uri={sample.uri} width={width} />;
    case 'points':
      return <PointsFigure record={sample} height={Math.min(maxHeight, width * 0.8)} />;
    case 'text':
      return <pre class="sample-text">{sample.text}</pre>;
    case 'audio':
      return <AudioFigure record={sample} uri={sample.uri} />;
    case 'matrix':
      return <MatrixFigure record={sample} maxHeight={maxHeight} />;
    case 'curve':
      return <CurveFigure record={sample} height={Math.min(maxHeight, width * 0.6)} />;
  }
}
