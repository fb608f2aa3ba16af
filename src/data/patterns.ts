/** Round ornaments, drawn by code from a few waves: rings, petals and spirals, each of them different. */
import { Random } from './random.ts';

export interface PatternsOptions {
  /** How many pictures. */
  count: number;
  /** The same seed gives the same pictures, and the first n of them whatever the count. */
  seed: number;
  /** Side of a picture in pixels; 28 where not given. */
  size?: number;
}

interface Ornament {
  /** Petals around the centre. */
  petals: number;
  /** How strong the petals are, 0 to 1; without them there are rings. */
  strength: number;
  /** Rings from the centre to the edge. */
  rings: number;
  /** How far the petals wind from the centre to the edge, in radians. */
  twist: number;
  /** Radians. */
  phase: number;
  turn: number;
}

const PETALS = [3, 4, 5, 6];
/** How sharp the border between dark and light is. */
const CONTRAST = 5;

/** @returns [count, size, size], one row after the other; 0 is dark, 1 is light */
export function patterns({ count, seed, size = 28 }: PatternsOptions): Float32Array {
  const random = new Random(seed);
  const images = new Float32Array(count * size * size);
  for (let i = 0; i < count; i++) {
    draw(images.subarray(i * size * size, (i + 1) * size * size), size, invent(random));
  }
  return images;
}

function invent(random: Random): Ornament {
  return {
    petals: random.pick(PETALS),
    strength: random.between(0.2, 1.4),
    rings: random.between(0.6, 1.6),
    twist: random.between(-1.5, 1.5),
    phase: random.between(0, 2 * Math.PI),
    turn: random.between(0, 2 * Math.PI),
  };
}

/** A wave along the radius, whose phase swings around the centre, faded out in a circle. */
function draw(pixels: Float32Array, size: number, ornament: Ornament): void {
  const { petals, strength, rings, twist, phase, turn } = ornament;
  for (let i = 0; i < pixels.length; i++) {
    const x = ((i % size) + 0.5 - size / 2) / (size / 2);
    const y = (Math.floor(i / size) + 0.5 - size / 2) / (size / 2);
    const radius = Math.hypot(x, y);
    const swing = strength * Math.cos(petals * (Math.atan2(y, x) + twist * radius) + turn);
    const wave = Math.cos(2 * Math.PI * rings * radius + phase + 2 * swing * radius);
    const inside = 1 / (1 + Math.exp((radius - 0.92) * size));
    pixels[i] = inside / (1 + Math.exp(-CONTRAST * wave));
  }
}
