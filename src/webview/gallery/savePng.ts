/** Draws frames side by side, without a screen's limits, as the bytes of a PNG file. */
import type { Sample } from '../../protocol/views.ts';
import type { Surface } from '../kit/canvas.tsx';
import { drawCurve } from '../kit/samples/drawCurve.ts';
import { drawMatrix } from '../kit/samples/drawMatrix.ts';
import { drawPoints } from '../kit/samples/drawPoints.ts';
import { drawTiles } from '../kit/samples/drawTiles.ts';
import { tilesAtScale } from '../kit/samples/tiles.ts';
import { colour, palette } from '../kit/theme.ts';
import { imageCache } from './imageCache.ts';

/** A frame of known size that draws itself at the origin. */
interface Picture {
  width: number;
  height: number;
  draw: (surface: Surface) => void;
}

const between = 12;
const caption = 20;
/** Longest edge that browsers draw reliably. */
const longest = 16_000;

export async function saveFrames(samples: readonly Sample[], scale: number, title: string) {
  const pictures = await Promise.all(samples.map((sample) => toPicture(sample, scale)));
  const captions = pictures.length > 1 ? caption : 0;
  const width = pictures.reduce((sum, one) => sum + one.width, (pictures.length - 1) * between);
  const height = Math.max(...pictures.map((one) => one.height)) + captions;
  if (width > longest || height > longest)
    throw new Error('Too large to save: choose a smaller size.');
  const canvas = new OffscreenCanvas(Math.ceil(width), Math.ceil(height));
  const context = canvas.getContext('2d') as unknown as CanvasRenderingContext2D | null;
  if (!context) throw new Error('There is no memory for a picture of this size.');
  context.fillStyle = colour('editor-background');
  context.fillRect(0, 0, width, height);
  let left = 0;
  pictures.forEach((picture, i) => {
    context.save();
    context.translate(left, captions);
    picture.draw({ context, width: picture.width, height: picture.height, ratio: 1 });
    context.restore();
    if (captions > 0) drawCaption(context, `step ${samples[i]?.step}`, left, caption);
    left += picture.width + between;
  });
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return { suggestedName: fileName(samples, title), png: new Uint8Array(await blob.arrayBuffer()) };
}

async function toPicture(sample: Sample, scale: number): Promise<Picture> {
  const plot = { width: 160 * scale, height: 120 * scale };
  switch (sample.type) {
    case 'images': {
      if (!sample.uri) throw new Error('This picture cannot be read.');
      const image = await imageCache.get(sample.uri);
      const labelled = (sample.labels?.some(Boolean) ?? false) && scale * sample.width >= 22;
      const layout = tilesAtScale(sample, scale, sample.count > 1 ? 2 : 0, labelled);
      return { ...layout, draw: (surface) => drawTiles(surface, image, sample, layout) };
    }
    case 'points':
      return { ...plot, draw: drawPoints(sample, true) };
    case 'curve':
      return { ...plot, draw: drawCurve(sample, true) };
    case 'matrix':
      return { ...plot, draw: drawMatrix(sample, true) };
    case 'text':
      return textPicture(sample.text, scale);
    case 'audio':
      throw new Error('A sound cannot be saved as a picture.');
  }
}

function textPicture(text: string, scale: number): Picture {
  const lines = text.split('\n');
  const size = 6 * scale;
  const columns = Math.max(20, ...lines.map((line) => line.length));
  return {
    width: columns * size * 0.62 + 2 * size,
    height: (lines.length + 1) * size * 1.5,
    draw: ({ context }) => {
      context.font = `${size}px monospace`;
      context.fillStyle = palette().foreground;
      lines.forEach((line, i) => {
        context.fillText(line, size, (i + 1) * size * 1.5);
      });
    },
  };
}

function drawCaption(
  context: CanvasRenderingContext2D,
  text: string,
  left: number,
  height: number,
): void {
  context.font = `13px ${palette().font}`;
  context.fillStyle = palette().foreground;
  context.textBaseline = 'middle';
  context.fillText(text, left, height / 2);
}

/** 'vae-samples-step-800.png' */
function fileName(samples: readonly Sample[], title: string): string {
  const steps = samples.map(({ step }) => step).join('-');
  const name = `${title} ${samples[0]?.name ?? ''} step ${steps}`;
  return `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}.png`;
}
