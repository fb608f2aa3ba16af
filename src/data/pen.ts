/** Draws a glyph by hand, so to speak: no two times alike. */
import type { Glyph, PenPoint, Stroke } from './glyphs/glyph.ts';
import type { Random } from './random.ts';

/** How far handwriting strays. Lengths are parts of the glyph's height, angles radians. */
export interface Hand {
  /** How far each point of a glyph is off, as a standard deviation. */
  wobble: number;
  /** Mean and standard deviation of the lean to the right: horizontal shift per height. */
  slant: readonly [mean: number, deviation: number];
  turn: number;
  /** Width against height, as the standard deviation of its logarithm. */
  stretch: number;
  /** Depth of the slow waves that bend the whole glyph. */
  bend: number;
  /** Thinnest and thickest pen, in pixels of a 28×28 image. */
  pen: readonly [thin: number, thick: number];
}

/**
 * From one neat hand to everybody's.
 * @param variety 0 to 1
 */
export function handOf(variety: number): Hand {
  return {
    wobble: 0.028 * variety,
    slant: [0.16, 0.17 * variety],
    turn: 0.07 * variety,
    stretch: 0.16 * variety,
    bend: 0.03 * variety,
    pen: [2.5 - variety, 2.5 + 1.5 * variety],
  };
}

/** A line of the pen: x, y and radius one after the other. */
type Line = Float64Array;
const VALUES = 3;

/** The glyph fits a square of this part of the image's side, as in MNIST (20 of 28 pixels). */
const BOX = 20 / 28;
/** Width of the soft edge of a line in pixels, from ink to paper. */
const SOFT = 1.3;
/** Straight pieces a curve is made of, between two points of a glyph. */
const PIECES = 4;

/**
 * Draws one glyph into an image.
 * @param image [size, size] in one row after the other, within `pixels` from `offset` on; 0 is paper, 1 is ink
 * @returns the width of the pen, in pixels of this image
 */
export function drawGlyph(
  pixels: Float32Array,
  offset: number,
  size: number,
  glyph: Glyph,
  hand: Hand,
  random: Random,
): number {
  const bend = wave(hand.bend, random);
  const place = lean(hand, random);
  const lines = glyph.map((stroke) => {
    const shaky = stroke.map((point) => shake(point, hand.wobble, random));
    return trace(shaky).map((point) => place(bend(point)));
  });
  const radius = (penWidth(hand, random) * size) / 56;
  const framed = frame(lines, size, radius, random);
  for (const line of framed) ink(pixels, offset, size, withPressure(line, radius, random));
  return 2 * radius;
}

type Point = readonly [x: number, y: number];

function shake([x, y, corner]: PenPoint, wobble: number, random: Random): PenPoint {
  return [random.normal(x, wobble), random.normal(y, wobble), corner];
}

/** Thick pens are rarer than thin ones. */
function penWidth({ pen: [thin, thick] }: Hand, random: Random): number {
  return thin + (thick - thin) * random.next() ** 1.3;
}

/** Slow waves that move neighbouring points alike, so that lines stay smooth. */
function wave(depth: number, random: Random): (point: Point) => Point {
  const [a, b] = [random.normal(0, depth), random.normal(0, depth)];
  const [f, g] = [random.between(3, 7), random.between(3, 7)];
  const [p, q] = [random.between(0, 6.28), random.between(0, 6.28)];
  return ([x, y]) => [x + a * Math.sin(f * y + p), y + b * Math.sin(g * x + q)];
}

/** Stretch, turn and slant around the middle. */
function lean(hand: Hand, random: Random): (point: Point) => Point {
  const width = 0.92 * Math.exp(random.normal(0, hand.stretch));
  const angle = random.normal(0, hand.turn);
  const slant = random.normal(...hand.slant);
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return ([x, y]) => {
    const down = y - 0.5;
    const across = (x - 0.5) * width - slant * down;
    return [across * cos - down * sin, across * sin + down * cos];
  };
}

/** The pen's way along a stroke: Catmull-Rom curves between corners. */
function trace(stroke: Stroke): Point[] {
  const points: Point[] = [];
  let run: Point[] = [];
  stroke.forEach(([x, y, corner], i) => {
    run.push([x, y]);
    if (!corner && i < stroke.length - 1) return;
    points.push(...curve(run));
    run = [[x, y]];
  });
  return points;
}

function curve(through: Point[]): Point[] {
  const at = (i: number): Point => through[Math.max(0, Math.min(through.length - 1, i))] ?? [0, 0];
  const points: Point[] = [];
  for (let i = 0; i < through.length - 1; i++) {
    for (let k = 0; k < PIECES; k++) {
      points.push(between(at(i - 1), at(i), at(i + 1), at(i + 2), k / PIECES));
    }
  }
  points.push(at(through.length - 1));
  return points;
}

/** The curve from b to c at t in [0, 1] (Catmull and Rom, 1974). */
function between(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const along = (p: number, q: number, r: number, s: number) =>
    q + 0.5 * t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)));
  return [along(a[0], b[0], c[0], d[0]), along(a[1], b[1], c[1], d[1])];
}

/** Scales to the box and puts the centre of mass in the middle, as MNIST does, nearly, and never over the edge. */
function frame(lines: Point[][], size: number, radius: number, random: Random): Point[][] {
  const points = lines.flat();
  const across = range(points.map(([x]) => x));
  const down = range(points.map(([, y]) => y));
  const extent = Math.max(across.high - across.low, down.high - down.low);
  const scale = ((size * BOX - 2 * radius) / extent) * random.between(0.92, 1);
  const [massX, massY] = centreOfMass(lines);
  const start = (mass: number, { low, high }: Range) => {
    const wanted = size / 2 + random.normal(0, size * 0.012) - mass * scale;
    const margin = radius + SOFT;
    return Math.min(size - margin - high * scale, Math.max(margin - low * scale, wanted));
  };
  const [x0, y0] = [start(massX, across), start(massY, down)];
  return lines.map((line) => line.map(([x, y]) => [x0 + x * scale, y0 + y * scale] as const));
}

interface Range {
  low: number;
  high: number;
}

function range(values: number[]): Range {
  return { low: Math.min(...values), high: Math.max(...values) };
}

function centreOfMass(lines: Point[][]): Point {
  let [x, y, mass] = [0, 0, 0];
  for (const line of lines) {
    line.forEach(([toX, toY], i) => {
      const [fromX, fromY] = line[i - 1] ?? [toX, toY];
      const length = Math.hypot(toX - fromX, toY - fromY);
      x += (length * (fromX + toX)) / 2;
      y += (length * (fromY + toY)) / 2;
      mass += length;
    });
  }
  return mass === 0 ? [0, 0] : [x / mass, y / mass];
}

/** The pen presses harder here and there, and less at the end. */
function withPressure(points: Point[], radius: number, random: Random): Line {
  const [phase, speed] = [random.between(0, 6.28), random.between(2, 5)];
  const depth = random.between(0, 0.18);
  const line = new Float64Array(points.length * VALUES);
  points.forEach(([x, y], i) => {
    const t = i / points.length;
    const press = 1 + depth * Math.sin(phase + speed * t) - 0.15 * t ** 4;
    line[i * VALUES] = x;
    line[i * VALUES + 1] = y;
    line[i * VALUES + 2] = radius * press;
  });
  return line;
}

/** Inks every pixel by how far it is inside the line; edges are about one pixel soft. */
function ink(pixels: Float32Array, offset: number, size: number, line: Line): void {
  for (let i = VALUES; i < line.length; i += VALUES) inkPiece(pixels, offset, size, line, i);
}

/** One straight piece, from the point before `i` to the one at `i`. This is where drawing spends its time. */
function inkPiece(pixels: Float32Array, offset: number, size: number, line: Line, i: number): void {
  const x0 = line[i - 3] ?? 0;
  const y0 = line[i - 2] ?? 0;
  const r0 = line[i - 1] ?? 0;
  const dx = (line[i] ?? 0) - x0;
  const dy = (line[i + 1] ?? 0) - y0;
  const dr = (line[i + 2] ?? 0) - r0;
  const reach = Math.max(r0, r0 + dr) + SOFT / 2;
  const left = Math.max(0, Math.ceil(Math.min(x0, x0 + dx) - reach - 0.5));
  const right = Math.min(size - 1, Math.floor(Math.max(x0, x0 + dx) + reach - 0.5));
  const top = Math.max(0, Math.ceil(Math.min(y0, y0 + dy) - reach - 0.5));
  const bottom = Math.min(size - 1, Math.floor(Math.max(y0, y0 + dy) + reach - 0.5));
  const perSquare = 1 / (dx * dx + dy * dy || 1);
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const px = x + 0.5 - x0;
      const py = y + 0.5 - y0;
      // How far along the piece the nearest point is, 0 to 1.
      const t = Math.max(0, Math.min(1, (px * dx + py * dy) * perSquare));
      const ex = px - t * dx;
      const ey = py - t * dy;
      const inside = r0 + t * dr - Math.sqrt(ex * ex + ey * ey);
      const grey = Math.min(1, 0.5 + inside / SOFT);
      const at = offset + y * size + x;
      if (grey > (pixels[at] ?? 1)) pixels[at] = grey;
    }
  }
}
