/** Small grey pictures, shown pixel by pixel. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Surface } from './canvas.tsx';

interface TileProps {
  /** size × size brightnesses, 0 (black) to 1 (white). */
  pixels: Float32Array;
  size: number;
  /** What it shows, for people who do not see it; without it the tile is decoration. */
  label?: string | undefined;
  class?: string;
}

/** Has as many pixels as the picture, which the browser enlarges: there may be a hundred on a page. */
export function Tile({ pixels, size, label, class: name = '' }: TileProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<Float32Array | undefined>(undefined);
  useLayoutEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context || (drawn.current && isSame(drawn.current, pixels))) return;
    drawn.current = pixels.slice();
    context.putImageData(greyImage(pixels, size), 0, 0);
  });
  const described = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': true };
  return (
    <canvas ref={ref} width={size} height={size} class={`tile pixels ${name}`} {...described} />
  );
}

function isSame(a: Float32Array, b: Float32Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
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
  scratch.getContext('2d')?.putImageData(greyImage(pixels, size), 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(scratch, ...box);
}

function greyImage(pixels: Float32Array, size: number): ImageData {
  const image = new ImageData(size, size);
  const { data } = image;
  for (let i = 0; i < size * size; i++) {
    // The array itself rounds, and keeps within 0 and 255.
    const grey = 255 * (pixels[i] ?? 0);
    data[4 * i] = grey;
    data[4 * i + 1] = grey;
    data[4 * i + 2] = grey;
    data[4 * i + 3] = 255;
  }
  return image;
}

/** The nth picture of many stored one after the other. */
export function nth(images: Float32Array, index: number, size: number): Float32Array {
  return images.subarray(index * size * size, (index + 1) * size * size);
}
