/** VS Code's colours for canvases, which cannot use CSS variables themselves. */
import { signal } from '@preact/signals';

/** Rises when the learner changes the colour theme: read it where colours are read, to redraw. */
export const themeVersion = signal(0);

const observer = new MutationObserver(() => themeVersion.value++);
observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });

/** Asking the browser for a style costs; a scatter plot asks once a point. */
const known = new Map<string, string>();
let knownPalette: Palette | undefined;
themeVersion.subscribe(() => {
  known.clear();
  knownPalette = undefined;
});

/** The value of a VS Code colour token, e.g. `colour('charts-blue', 'foreground')`; the first one that is set. */
export function colour(...tokens: string[]): string {
  const key = tokens.join();
  const value = known.get(key) ?? lookUp(tokens);
  known.set(key, value);
  return value;
}

function lookUp(tokens: readonly string[]): string {
  const style = getComputedStyle(document.documentElement);
  for (const token of tokens) {
    const value = style.getPropertyValue(`--vscode-${token}`).trim();
    if (value) return value;
  }
  return style.color;
}

/** Without 'orange': in VS Code's own themes it is hard to see on their backgrounds. */
const seriesTokens = ['blue', 'green', 'yellow', 'purple', 'red', 'foreground'];

/** Colour of the nth line or class; the seventh is the first again. */
export function seriesColour(index: number): string {
  return colour(`charts-${seriesTokens[index % seriesTokens.length]}`, 'foreground');
}

export interface Palette {
  foreground: string;
  muted: string;
  grid: string;
  background: string;
  error: string;
  accent: string;
  font: string;
}

export function palette(): Palette {
  knownPalette ??= {
    foreground: colour('foreground'),
    muted: colour('descriptionForeground', 'foreground'),
    grid: colour('charts-lines', 'widget-border', 'foreground'),
    background: ofBody('backgroundColor'),
    error: colour('charts-red', 'errorForeground'),
    accent: colour('charts-blue', 'focusBorder'),
    font: ofBody('fontFamily'),
  };
  return knownPalette;
}

function ofBody(property: 'backgroundColor' | 'fontFamily'): string {
  const value = known.get(property) ?? getComputedStyle(document.body)[property];
  known.set(property, value);
  return value;
}

export function isHighContrast(): boolean {
  return document.body.className.includes('vscode-high-contrast');
}

/** True where the learner asked VS Code or the system for less motion. */
export function prefersReducedMotion(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') ||
    matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
