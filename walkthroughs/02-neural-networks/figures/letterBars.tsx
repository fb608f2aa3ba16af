/** What the network expects next: one bar a letter, with and without the temperature. */
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { ALPHABET } from './nameModel.ts';

interface Props {
  /** At the chosen temperature. */
  odds: Float32Array;
  /** At temperature 1. */
  plain: Float32Array;
  /** The letter that was read next, if any. */
  next: string | undefined;
}

const FOOT = 18;
const TOP = 14;

export function LetterBars({ odds, plain, next }: Props) {
  return (
    <Canvas
      class="letter-bars"
      draw={(surface) => draw(surface, odds, plain, next)}
      label={`Probability of each next letter; likeliest: ${likeliest(odds, 3).join(', ')}`}
    />
  );
}

/** 'a 0.42' */
export function likeliest(odds: Float32Array, count: number): string[] {
  return [...odds.keys()]
    .sort((a, b) => (odds[b] ?? 0) - (odds[a] ?? 0))
    .slice(0, count)
    .map((at) => `${ALPHABET[at] === '.' ? 'end' : ALPHABET[at]} ${(odds[at] ?? 0).toFixed(2)}`);
}

function draw(
  { context, width, height }: Surface,
  odds: Float32Array,
  plain: Float32Array,
  next: string | undefined,
): void {
  const colours = palette();
  const bar = width / ALPHABET.length;
  const room = height - FOOT - TOP;
  const most = Math.max(...odds, ...plain, 0.1);
  context.font = `11px ${colours.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  [...ALPHABET].forEach((letter, i) => {
    const isNext = letter === next;
    const tall = ((odds[i] ?? 0) / most) * room;
    context.fillStyle = colour(isNext ? 'charts-green' : 'charts-blue');
    context.fillRect(i * bar + 1, height - FOOT - tall, Math.max(1, bar - 2), tall);
    const before = ((plain[i] ?? 0) / most) * room;
    context.strokeStyle = colours.foreground;
    context.lineWidth = 1;
    context.strokeRect(i * bar + 1.5, height - FOOT - before + 0.5, Math.max(1, bar - 3), before);
    context.fillStyle = isNext ? colours.foreground : colours.muted;
    context.fillText(letter, (i + 0.5) * bar, height - 1);
  });
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.fillStyle = colours.muted;
  context.fillText(`probability, 0 to ${most.toFixed(2)}`, 1, 0);
}
