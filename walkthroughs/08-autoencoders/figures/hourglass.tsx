/** The shape of an autoencoder: wide, narrow, wide, with the numbers of the code standing in its waist. */
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { colour, type Palette, palette } from '../../../src/webview/kit/theme.ts';

interface Props {
  code: Float32Array;
  pixels: number;
}

export function Hourglass({ code, pixels }: Props) {
  const numbers = Array.from(code, (value) => value.toFixed(1)).join(', ');
  return (
    <Canvas
      class="network"
      draw={(surface) => draw(surface, code, pixels)}
      label={`The code of the chosen image: ${numbers}`}
    />
  );
}

function draw({ context, width, height }: Surface, code: Float32Array, pixels: number): void {
  const colours = palette();
  const share = 0.3 + (0.7 * Math.log(code.length + 1)) / Math.log(pixels);
  const waist = Math.max(14, (height - 36) * share * 0.75);
  const middle = (height - 18) / 2;
  const room = Math.min(width * 0.44, Math.max(28, code.length * 14));
  const left = (width - room) / 2;
  funnel(context, [4, left - 6], [middle - 4, waist / 2], middle, colours);
  funnel(context, [width - 4, left + room + 6], [middle - 4, waist / 2], middle, colours);
  bars(context, code, { left, width: room, middle, height: waist });
  context.font = `11px ${colours.font}`;
  context.fillStyle = colours.foreground;
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  context.fillText('code', width / 2, height - 1);
  if (left < 60) return;
  context.fillText('encoder', left / 2, height - 1);
  context.fillText('decoder', width - left / 2, height - 1);
}

type Pair = readonly [number, number];

function funnel(
  context: Surface['context'],
  [outer, inner]: Pair,
  [outerHalf, innerHalf]: Pair,
  middle: number,
  colours: Palette,
): void {
  context.beginPath();
  context.moveTo(outer, middle - outerHalf);
  context.lineTo(inner, middle - innerHalf);
  context.lineTo(inner, middle + innerHalf);
  context.lineTo(outer, middle + outerHalf);
  context.closePath();
  context.globalAlpha = 0.14;
  context.fillStyle = colours.accent;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = colours.accent;
  context.lineWidth = 1;
  context.stroke();
}

interface Room {
  left: number;
  width: number;
  middle: number;
  height: number;
}

/** One bar per number, up for positive and down for negative, as long as fits. */
function bars(context: Surface['context'], code: Float32Array, room: Room): void {
  const largest = code.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
  const pitch = room.width / code.length;
  const thickness = Math.max(1, Math.min(10, pitch * 0.7));
  code.forEach((value, i) => {
    const length = (Math.abs(value) / largest) * (room.height / 2);
    const x = room.left + (i + 0.5) * pitch - thickness / 2;
    context.fillStyle = colour(value >= 0 ? 'charts-blue' : 'charts-yellow');
    context.fillRect(
      x,
      value >= 0 ? room.middle - length : room.middle,
      thickness,
      Math.max(1, length),
    );
  });
}
