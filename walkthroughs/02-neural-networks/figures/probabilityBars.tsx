/** One bar for each thing that may come, as tall as it is probable. */
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { colour, palette } from '../../../src/webview/kit/theme.ts';

interface Props {
  /** What the bars stand for, one character each. */
  names: string;
  odds: Float32Array;
  /** Drawn as outlines, to compare with. */
  others?: Float32Array;
  /** The bar in another colour. */
  marked?: string | undefined;
  what: string;
}

const FOOT = 18;
const TOP = 14;

export function ProbabilityBars(props: Props) {
  const { names, odds, what } = props;
  return (
    <Canvas
      class="probability-bars"
      draw={(surface) => draw(surface, props)}
      label={`Probability of each ${what}; likeliest: ${likeliest(names, odds, 3).join(', ')}`}
    />
  );
}

/** 'a 0.42' */
export function likeliest(names: string, odds: Float32Array, count: number): string[] {
  return [...odds.keys()]
    .sort((a, b) => (odds[b] ?? 0) - (odds[a] ?? 0))
    .slice(0, count)
    .map((at) => `${names[at] === '.' ? 'end' : names[at]} ${(odds[at] ?? 0).toFixed(2)}`);
}

function draw({ context, width, height }: Surface, { names, odds, others, marked }: Props): void {
  const colours = palette();
  const bar = width / names.length;
  const room = height - FOOT - TOP;
  const most = Math.max(...odds, ...(others ?? []), 0.1);
  context.font = `11px ${colours.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  [...names].forEach((name, i) => {
    const isMarked = name === marked;
    const tall = ((odds[i] ?? 0) / most) * room;
    context.fillStyle = colour(isMarked ? 'charts-green' : 'charts-blue');
    context.fillRect(i * bar + 1, height - FOOT - tall, Math.max(1, bar - 2), tall);
    const other = ((others?.[i] ?? 0) / most) * room;
    context.strokeStyle = colours.foreground;
    context.lineWidth = 1;
    if (others) {
      const top = height - FOOT - other + 0.5;
      context.strokeRect(i * bar + 1.5, top, Math.max(1, bar - 3), other);
    }
    context.fillStyle = isMarked ? colours.foreground : colours.muted;
    context.fillText(name, (i + 0.5) * bar, height - 1);
  });
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.fillStyle = colours.muted;
  context.fillText(`probability, 0 to ${most.toFixed(2)}`, 1, 0);
}
