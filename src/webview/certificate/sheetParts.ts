/** What the sheet is drawn with. Paper is light in every theme, so these colours do not follow it. */
import type { Tally } from '../../protocol/certificate.ts';
import { isComplete } from './words.ts';
import { element, text } from './xml.ts';

export const paper = '#fffdf8';
export const ink = '#1f2430';
export const muted = '#555d6d';
export const bold = '#1a5a8c';
const faint = '#ccd2da';

interface Look {
  size: number;
  fill?: string;
  family?: 'serif' | 'sans-serif';
  weight?: 'bold';
  style?: 'italic';
  anchor?: 'middle' | 'end';
}

/** One line of text; `y` is its baseline. */
export function words(value: string, x: number, y: number, look: Look): string {
  const { size, fill = ink, family = 'sans-serif', weight, style, anchor } = look;
  return element(
    'text',
    {
      x,
      y,
      fill,
      'font-family': family,
      'font-size': size,
      'font-weight': weight,
      'font-style': style,
      'text-anchor': anchor,
    },
    text(value),
  );
}

export function line(x1: number, x2: number, y: number, stroke = faint): string {
  return element('line', { x1, x2, y1: y, y2: y, stroke, 'stroke-width': 1 });
}

/** A tick of about the given size. */
export function tick(x: number, y: number, size: number): string {
  return element('path', {
    d: `M${x} ${y}l${0.35 * size} ${0.35 * size}l${0.6 * size} ${-0.75 * size}`,
    fill: 'none',
    stroke: bold,
    'stroke-width': size / 6,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}

const radius = 74;

/** A ring that is closed once all ideas are done. */
export function seal(ideas: Tally, x: number, y: number): string[] {
  const around = 2 * Math.PI * radius;
  const part = ideas.all > 0 ? ideas.done / ideas.all : 0;
  const ring = { cx: x, cy: y, r: radius, fill: 'none', 'stroke-width': 9 };
  const arc = {
    ...ring,
    stroke: bold,
    'stroke-dasharray': `${(part * around).toFixed(1)} ${around.toFixed(1)}`,
    transform: `rotate(-90 ${x} ${y})`,
  };
  return [
    element('circle', { ...ring, stroke: faint }),
    ...(part > 0 ? [element('circle', arc)] : []),
    isComplete(ideas)
      ? tick(x - 24, y - 8, 50)
      : words(String(ideas.done), x, y + 12, { size: 46, family: 'serif', anchor: 'middle' }),
    words(isComplete(ideas) ? `all ${ideas.all} ideas` : `of ${ideas.all} ideas`, x, y + 40, {
      size: 17,
      fill: muted,
      anchor: 'middle',
    }),
  ];
}
