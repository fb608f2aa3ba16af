/**
 * A character as a pen draws it: strokes through points in a box, x to the right and y down, both about 0 to 1.
 * The pen runs smoothly through the points of a stroke and turns sharply at those marked 'corner'.
 */
export type PenPoint = readonly [x: number, y: number, corner?: 'corner'];
export type Stroke = readonly PenPoint[];
export type Glyph = readonly Stroke[];

/** One way to write a character. */
export interface Writing {
  /** How common it is, compared with the other ways. */
  weight: number;
  glyph: Glyph;
}

/**
 * Reads a writing from one line of text.
 * @param path points `x,y` in percent of the box, `!` after those that are corners, `|` between strokes
 */
export function writing(weight: number, path: string): Writing {
  return { weight, glyph: path.split(' | ').map((stroke) => stroke.split(' ').map(readPoint)) };
}

function readPoint(text: string): PenPoint {
  const [x, y] = text.split(',').map((percent) => Number.parseInt(percent, 10) / 100);
  if (x === undefined || y === undefined) throw new SyntaxError(`“${text}” is no point of a pen.`);
  return text.endsWith('!') ? [x, y, 'corner'] : [x, y];
}

/** Picks the common ways more often; `chance` is evenly in [0, 1). */
export function pickWriting(writings: readonly Writing[], chance: number): Glyph {
  let left = chance * writings.reduce((sum, { weight }) => sum + weight, 0);
  for (const { weight, glyph } of writings) {
    left -= weight;
    if (left < 0) return glyph;
  }
  return writings.at(-1)?.glyph ?? [];
}
