/** A frame, small. */
import { useMemo } from 'preact/hooks';
import type { ImagesRecord } from '../../protocol/record.ts';
import type { Sample } from '../../protocol/views.ts';
import { Canvas, type Draw } from '../kit/canvas.tsx';
import { Icon } from '../kit/icons.tsx';
import { drawCurve } from '../kit/samples/drawCurve.ts';
import { drawMatrix } from '../kit/samples/drawMatrix.ts';
import { drawPoints } from '../kit/samples/drawPoints.ts';
import { useCachedImage } from './useCachedImage.ts';

export function Thumbnail({ sample }: { sample: Sample }) {
  switch (sample.type) {
    case 'images':
      return <ImageThumbnail record={sample} uri={sample.uri} />;
    case 'text':
      return <span class="thumb words">{sample.text.slice(0, 120)}</span>;
    case 'audio':
      return (
        <span class="thumb sound">
          <Icon name="play" />
        </span>
      );
    default:
      return <DrawnThumbnail sample={sample} />;
  }
}

function DrawnThumbnail({
  sample,
}: {
  sample: Extract<Sample, { type: 'points' | 'matrix' | 'curve' }>;
}) {
  const draw = useMemo((): Draw => {
    if (sample.type === 'points') return drawPoints(sample, false);
    return sample.type === 'matrix' ? drawMatrix(sample, false) : drawCurve(sample, false);
  }, [sample]);
  return <Canvas class="thumb" draw={draw} />;
}

/** The first few tiles: all of a large grid would be too small to see. */
function ImageThumbnail({ record, uri }: { record: ImagesRecord; uri: string | undefined }) {
  const image = useCachedImage(uri);
  const draw = useMemo(
    (): Draw =>
      ({ context, width, height }) => {
        if (!image) return;
        const shown = Math.min(record.columns, record.count, 2);
        const [sw, sh] = [shown * record.width, Math.min(shown, rowsOf(record)) * record.height];
        const scale = Math.min(width / sw, height / sh);
        context.imageSmoothingEnabled = scale < 1;
        const [dw, dh] = [sw * scale, sh * scale];
        context.drawImage(image, 0, 0, sw, sh, (width - dw) / 2, (height - dh) / 2, dw, dh);
      },
    [image, record],
  );
  return <Canvas class="thumb" draw={draw} />;
}

function rowsOf({ count, columns }: ImagesRecord): number {
  return Math.max(1, Math.ceil(count / Math.max(1, columns)));
}
