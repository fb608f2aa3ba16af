/** What lies in a latent plane: codes as coloured digits, decoded pictures as a carpet. */
import type { Surface } from '../../../src/webview/kit/canvas.tsx';
import type { Axis, Frame } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { drawPixels, nth } from '../../../src/webview/kit/tile.tsx';
import { SIDE } from './digitSet.ts';

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

/** The pictures that a grid of points decodes to, side by side. */
export function drawCarpet(
  { context }: Surface,
  frame: Frame,
  decode: (codes: Float32Array) => Float32Array,
  opacity: number,
): void {
  const columns = Math.max(6, Math.round((frame.right - frame.left) / 30));
  const rows = Math.max(6, Math.round((frame.bottom - frame.top) / 30));
  const width = (frame.right - frame.left) / columns;
  const height = (frame.bottom - frame.top) / rows;
  const codes = new Float32Array(2 * columns * rows);
  for (let i = 0; i < columns * rows; i++) {
    codes[2 * i] = frame.atX(frame.left + ((i % columns) + 0.5) * width);
    codes[2 * i + 1] = frame.atY(frame.top + (Math.floor(i / columns) + 0.5) * height);
  }
  const pictures = decode(codes);
  context.globalAlpha = opacity;
  for (let i = 0; i < columns * rows; i++) {
    const x = frame.left + (i % columns) * width;
    const y = frame.top + Math.floor(i / columns) * height;
    drawPixels(context, nth(pictures, i, SIDE), SIDE, [x, y, width + 0.5, height + 0.5]);
  }
  context.globalAlpha = 1;
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
