/** What lies in a latent plane: codes as coloured digits, decoded pictures as a carpet. */
import type { Surface } from '../../../src/webview/kit/canvas.tsx';
import { PIXELS, SIDE } from '../../../src/webview/kit/digitSet.ts';
import { type Axis, type Frame, line } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';

/** Of white, in the carpet: the codes above it must be seen. */
const BRIGHTNESS = 150;

/** Ten colours that differ in lightness too; the digit itself is drawn, so none rests on colour alone. */
export function digitColours(): string[] {
  const [blue, green, red, yellow, purple] = ['blue', 'green', 'red', 'yellow', 'purple'].map(
    (name) => colour(`charts-${name}`, 'foreground'),
  );
  const { foreground, muted } = palette();
  const mix = (a: string, b: string) => `color-mix(in srgb, ${a} 50%, ${b})`;
  return [
    blue,
    red,
    green,
    yellow,
    purple,
    mix(`${blue}`, `${green}`),
    mix(`${red}`, `${yellow}`),
    foreground,
    mix(`${purple}`, foreground),
    muted,
  ].map(String);
}

/** Each code as its digit. */
export function drawCodes(
  { context }: Surface,
  frame: Frame,
  codes: Float32Array,
  labels: Uint8Array,
): void {
  const { font, background } = palette();
  const colours = digitColours();
  context.font = `600 11px ${font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 2.5;
  context.strokeStyle = background;
  labels.forEach((label, i) => {
    const x = frame.x(codes[2 * i] ?? 0);
    const y = frame.y(codes[2 * i + 1] ?? 0);
    context.strokeText(String(label), x, y);
    context.fillStyle = colours[label] ?? colours[0] ?? '';
    context.fillText(String(label), x, y);
  });
}

/** Points that no image was encoded to. */
export function drawCrosses({ context }: Surface, frame: Frame, codes: Float32Array): void {
  const { foreground, background } = palette();
  for (const [width, stroke] of [
    [4, background],
    [1.5, foreground],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = stroke;
    for (let i = 0; i < codes.length; i += 2) {
      const x = frame.x(codes[i] ?? 0);
      const y = frame.y(codes[i + 1] ?? 0);
      line(context, [x - 4, y - 4], [x + 4, y + 4]);
      line(context, [x - 4, y + 4], [x + 4, y - 4]);
    }
  }
}

/** [batch, 2] → [batch, pixels] */
export type Decode = (codes: Float32Array) => Float32Array;

/** The last carpet of each model: dragging the point does not weave it again. */
const woven = new WeakMap<Decode, { name: string; carpet: OffscreenCanvas }>();

/** The pictures that a grid of points decodes to, side by side. */
export function drawCarpet({ context }: Surface, frame: Frame, decode: Decode): void {
  const columns = Math.max(6, Math.round((frame.right - frame.left) / 30));
  const rows = Math.max(6, Math.round((frame.bottom - frame.top) / 30));
  const width = (frame.right - frame.left) / columns;
  const height = (frame.bottom - frame.top) / rows;
  const codes = new Float32Array(2 * columns * rows);
  for (let i = 0; i < columns * rows; i++) {
    codes[2 * i] = frame.atX(frame.left + ((i % columns) + 0.5) * width);
    codes[2 * i + 1] = frame.atY(frame.top + (Math.floor(i / columns) + 0.5) * height);
  }
  const name = codes.join();
  const known = woven.get(decode);
  const carpet = known?.name === name ? known.carpet : weave(decode(codes), columns, rows);
  woven.set(decode, { name, carpet });
  context.imageSmoothingEnabled = false;
  context.drawImage(
    carpet,
    frame.left,
    frame.top,
    frame.right - frame.left,
    frame.bottom - frame.top,
  );
}

/** All pictures in one, so that the plane is drawn in one go. */
function weave(pictures: Float32Array, columns: number, rows: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(columns * SIDE, rows * SIDE);
  const image = new ImageData(canvas.width, canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  pictures.forEach((value, i) => {
    const picture = Math.floor(i / PIXELS);
    const x = (picture % columns) * SIDE + (i % SIDE);
    const y = Math.floor(picture / columns) * SIDE + Math.floor((i % PIXELS) / SIDE);
    // Grey, opaque: 0xAABBGGRR.
    pixels[y * canvas.width + x] = 0xff000000 + Math.round(BRIGHTNESS * value) * 0x010101;
  });
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}

/** Axes that hold all but the farthest codes, with some room around them. */
export function axesAround(codes: Float32Array): { x: Axis; y: Axis } {
  return { x: axisAround(codes, 0, 'z₁'), y: axisAround(codes, 1, 'z₂') };
}

function axisAround(codes: Float32Array, offset: 0 | 1, label: string): Axis {
  const values = [...codes].filter((_, i) => i % 2 === offset).sort((a, b) => a - b);
  const low = values[Math.floor(0.01 * values.length)] ?? -1;
  const high = values[Math.ceil(0.99 * values.length) - 1] ?? 1;
  const room = Math.max(0.1, 0.12 * (high - low));
  return { label, min: low - room, max: high + room };
}
