import type { ExploredImage } from '../../protocol/runner.ts';

/** A picture that a trained model drew, ready to be drawn on a canvas at any size. */
export function toCanvas({ width, height, channels, pixels }: ExploredImage): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const image = new ImageData(width, height);
  for (let i = 0; i < width * height; i++) {
    const from = i * channels;
    for (let c = 0; c < 3; c++)
      image.data[4 * i + c] = pixels[channels === 1 ? from : from + c] ?? 0;
    image.data[4 * i + 3] = channels === 4 ? (pixels[from + 3] ?? 255) : 255;
  }
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}
