/** Small grey pictures, shown pixel by pixel. */
import { Canvas, type Surface } from './canvas.tsx';

interface TileProps {
  /** size × size brightnesses, 0 (black) to 1 (white). */
  pixels: Float32Array;
  size: number;
  /** What it shows, for people who do not see it; without it the tile is decoration. */
  label?: string | undefined;
  class?: string;
}

export function Tile({ pixels, size, label, class: name = '' }: TileProps) {
  return (
    <Canvas
      class={`tile ${name}`}
      draw={(surface) =>
        drawPixels(surface.context, pixels, size, [0, 0, surface.width, surface.height])
      }
      label={label}
    />
  );
}

type Box = readonly [x: number, y: number, width: number, height: number];

let scratch: HTMLCanvasElement | undefined;

/** Draws one picture into a box without smoothing. */
export function drawPixels(
  context: Surface['context'],
  pixels: Float32Array,
  size: number,
  box: Box,
): void {
  scratch ??= document.createElement('canvas');
  if (scratch.width !== size || scratch.height !== size) {
    scratch.width = size;
    scratch.height = size;
  }
  const image = new ImageData(size, size);
  for (let i = 0; i < size * size; i++) {
    const grey = Math.round(255 * Math.min(1, Math.max(0, pixels[i] ?? 0)));
    image.data.fill(grey, 4 * i, 4 * i + 3);
    image.data[4 * i + 3] = 255;
  }
  scratch.getContext('2d')?.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(scratch, ...box);
}

/** The nth picture of many stored one after the other. */
export function nth(images: Float32Array, index: number, size: number): Float32Array {
  return images.subarray(index * size * size, (index + 1) * size * size);
}
