/** All letters or pitches in a circle; arrows lead from where the chain is to what may come next. */
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { disc } from '../../../src/webview/kit/plot.ts';
import { colour, isHighContrast, palette } from '../../../src/webview/kit/theme.ts';
import type { Next, Token } from './chainLab.ts';
import { placeOf, placeText } from './tokenText.ts';

interface Props {
  places: readonly string[];
  /** Probability of each step from one place to another, whatever came before; [from][to]. */
  pairs: readonly (readonly number[])[];
  /** Where the chain is. */
  from: string;
  next: readonly Next[];
  /** A place that sounds just now. */
  sounding: string | undefined;
  label: string;
  onTake: (token: Token) => void;
}

const MARGIN = 26;

export function TransitionGraph(props: Props) {
  const { places, next, onTake, label } = props;
  const take = (event: PointerEvent) => {
    if (!(event.currentTarget instanceof Element)) return;
    const box = event.currentTarget.getBoundingClientRect();
    const at = [event.clientX - box.left, event.clientY - box.top] as const;
    const reach = Math.min(24, (Math.PI * circle(box).radius) / places.length + 4);
    const hit = places.findIndex((_, i) => {
      const [x, y] = spot(box, places.length, i);
      return Math.hypot(x - at[0], y - at[1]) <= reach;
    });
    const taken = next.find(({ token }) => placeOf(token) === places[hit]);
    if (taken) onTake(taken.token);
  };
  return (
    <Canvas
      class="transition-graph"
      label={label}
      onPointerDown={take}
      draw={(surface) => draw(surface, props)}
    />
  );
}

function draw(surface: Surface, { places, pairs, from, next, sounding }: Props): void {
  const { context } = surface;
  const count = places.length;
  context.strokeStyle = palette().muted;
  context.lineWidth = 1;
  pairs.forEach((row, i) => {
    row.forEach((probability, j) => {
      if (i === j || probability < 0.04) return;
      context.globalAlpha = Math.min(0.5, probability);
      bend(context, spot(surface, count, i), spot(surface, count, j), centre(surface));
    });
  });
  context.globalAlpha = 1;
  const start = places.indexOf(from);
  const odds = places.map((place) =>
    next.reduce((sum, each) => sum + (placeOf(each.token) === place ? each.probability : 0), 0),
  );
  odds.forEach((probability, i) => {
    if (probability === 0 || start < 0) return;
    context.strokeStyle = colour('charts-blue');
    context.fillStyle = colour('charts-blue');
    context.lineWidth = 1 + 9 * probability;
    if (i === start) return;
    bend(context, spot(surface, count, start), spot(surface, count, i), centre(surface));
  });
  places.forEach((place, i) => {
    drawPlace(surface, spot(surface, count, i), placeText(place), {
      here: i === start,
      odds: odds[i] ?? 0,
      sounds: place === sounding,
    });
  });
}

interface Look {
  here: boolean;
  odds: number;
  sounds: boolean;
}

/** Blue where the chain may go next; filled where it is; a ring where a step leads back to the same place. */
function drawPlace(
  { context }: Surface,
  [x, y]: Spot,
  text: string,
  { here, odds, sounds }: Look,
): void {
  const colours = palette();
  const radius = 13;
  context.fillStyle = here ? colour('charts-yellow') : colours.background;
  disc(context, [x, y], radius);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.lineWidth = odds > 0 ? 2.5 : 1;
  context.strokeStyle = odds > 0 ? colour('charts-blue') : colours.muted;
  context.stroke();
  if (sounds || (here && odds > 0)) {
    context.beginPath();
    context.arc(x, y, radius + 4, 0, 2 * Math.PI);
    context.lineWidth = sounds ? 4 : 1 + 4 * odds;
    context.strokeStyle = sounds ? colour('charts-green') : colour('charts-blue');
    context.stroke();
  }
  context.fillStyle = here && !isHighContrast() ? '#000' : colours.foreground;
  if (here && isHighContrast()) context.fillStyle = colours.background;
  context.font = `${odds > 0 || here ? '600 ' : ''}12px ${colours.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y);
}

type Spot = readonly [x: number, y: number];
type Size = { width: number; height: number };

function circle({ width, height }: Size) {
  return { radius: Math.min(width, height) / 2 - MARGIN };
}

function centre({ width, height }: Size): Spot {
  return [width / 2, height / 2];
}

/** The nth of so many places, clockwise from the top. */
function spot(size: Size, count: number, index: number): Spot {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  const { radius } = circle(size);
  const [x, y] = centre(size);
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
}

/** A line that bows towards the middle, so that neighbours are joined visibly too. */
function bend(context: Surface['context'], from: Spot, to: Spot, [x, y]: Spot): void {
  context.beginPath();
  context.moveTo(...from);
  context.quadraticCurveTo((from[0] + to[0] + x) / 3, (from[1] + to[1] + y) / 3, ...to);
  context.stroke();
}
