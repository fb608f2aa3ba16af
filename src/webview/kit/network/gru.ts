/**
 * A gated recurrent unit that reads numbered letters one by one (Cho et al. 2014; gates as in Keras):
 * z = σ(Wz x + Uz h + bz)   r = σ(Wr x + Ur h + br)   c = tanh(Wc x + Uc (r ∘ h) + bc)   h' = z ∘ h + (1 − z) ∘ c
 * Weights of the three gates lie side by side: [rows, 3 · units], z first, then r, then c.
 */
import type { Random } from '../../../data/random.ts';
import { type Adam, createAdam } from './adam.ts';

/** What one step computed, kept for the way back. */
interface Step {
  letter: number;
  before: Float32Array;
  z: Float32Array;
  r: Float32Array;
  c: Float32Array;
  after: Float32Array;
}

interface Weights {
  values: Float32Array;
  gradient: Float32Array;
  adam: Adam;
}

export class Gru {
  readonly letters: number;
  readonly units: number;
  /** [letters, 3 · units]: a letter as one-hot picks one row. */
  readonly input: Weights;
  /** [units, 3 · units] */
  readonly recurrent: Weights;
  /** [3 · units] */
  readonly bias: Weights;
  #steps: Step[] = [];

  constructor(letters: number, units: number, random: Random) {
    this.letters = letters;
    this.units = units;
    this.input = weights(letters * 3 * units, random, Math.sqrt(2 / (letters + units)));
    this.recurrent = weights(units * 3 * units, random, Math.sqrt(1 / units));
    this.bias = weights(3 * units, random, 0);
  }

  /** One letter read: the memory after it, and the gates. */
  step(letter: number, before: Float32Array): Step {
    const { units } = this;
    const sums = this.bias.values.slice();
    addScaled(sums, this.input.values, letter * 3 * units, 1, 3 * units);
    for (let i = 0; i < units; i++) {
      addScaled(sums, this.recurrent.values, i * 3 * units, before[i] ?? 0, 2 * units);
    }
    const z = sums.subarray(0, units).map(sigmoid);
    const r = sums.subarray(units, 2 * units).map(sigmoid);
    const candidate = sums.subarray(2 * units);
    for (let i = 0; i < units; i++) {
      const kept = (r[i] as number) * (before[i] as number);
      addScaled(candidate, this.recurrent.values, i * 3 * units + 2 * units, kept, units);
    }
    const c = candidate.map(Math.tanh);
    const after = before.map(
      (h, i) => (z[i] as number) * h + (1 - (z[i] as number)) * (c[i] as number),
    );
    return { letter, before, z, r, c, after };
  }

  /** The memory after each letter, [letters read, units], beginning with an empty one. */
  forward(letters: readonly number[]): Float32Array {
    const memories = new Float32Array(letters.length * this.units);
    let before: Float32Array = new Float32Array(this.units);
    this.#steps = letters.map((letter, t) => {
      const step = this.step(letter, before);
      before = step.after;
      memories.set(before, t * this.units);
      return step;
    });
    return memories;
  }

  /** Back through time: adds to the gradients, from dLoss/dMemory of each step of the last forward pass. */
  backward(gradient: Float32Array): void {
    let later = new Float32Array(this.units);
    for (let t = this.#steps.length - 1; t >= 0; t--) {
      const step = this.#steps[t];
      if (!step) continue;
      const own = gradient.subarray(t * this.units, (t + 1) * this.units);
      later = this.#stepBack(
        step,
        later.map((value, i) => value + (own[i] as number)),
      );
    }
  }

  update(rate: number): void {
    for (const { values, gradient, adam } of [this.input, this.recurrent, this.bias]) {
      adam.update(values, gradient, rate);
    }
  }

  /** @returns dLoss/dMemory before the step */
  #stepBack({ letter, before, z, r, c }: Step, after: Float32Array): Float32Array<ArrayBuffer> {
    const { units } = this;
    const sums = new Float32Array(3 * units); // dLoss/dSum of z, r and c
    const previous = new Float32Array(units);
    for (let i = 0; i < units; i++) {
      const [d, zi, ci] = [after[i] as number, z[i] as number, c[i] as number];
      sums[i] = d * ((before[i] as number) - ci) * zi * (1 - zi);
      sums[2 * units + i] = d * (1 - zi) * (1 - ci * ci);
      previous[i] = d * zi;
    }
    for (let i = 0; i < units; i++) {
      const [h, ri] = [before[i] as number, r[i] as number];
      const kept = dot(this.recurrent.values, i * 3 * units + 2 * units, sums, 2 * units, units);
      sums[units + i] = kept * h * ri * (1 - ri);
      previous[i] = (previous[i] as number) + kept * ri;
    }
    for (let i = 0; i < units; i++) {
      const [h, ri, row] = [before[i] as number, r[i] as number, i * 3 * units];
      previous[i] = (previous[i] as number) + dot(this.recurrent.values, row, sums, 0, 2 * units);
      const { gradient } = this.recurrent;
      for (let o = 0; o < 2 * units; o++) {
        gradient[row + o] = (gradient[row + o] as number) + h * (sums[o] as number);
      }
      for (let o = 2 * units; o < 3 * units; o++) {
        gradient[row + o] = (gradient[row + o] as number) + h * ri * (sums[o] as number);
      }
    }
    const at = letter * 3 * units;
    for (let o = 0; o < 3 * units; o++) {
      this.bias.gradient[o] = (this.bias.gradient[o] as number) + (sums[o] as number);
      this.input.gradient[at + o] = (this.input.gradient[at + o] as number) + (sums[o] as number);
    }
    return previous;
  }
}

function weights(size: number, random: Random, spread: number): Weights {
  const values = Float32Array.from({ length: size }, () => random.normal() * spread);
  return { values, gradient: new Float32Array(size), adam: createAdam(size) };
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** target += scale · a row */
function addScaled(
  target: Float32Array,
  rows: Float32Array,
  at: number,
  scale: number,
  count: number,
): void {
  for (let o = 0; o < count; o++) {
    target[o] = (target[o] as number) + scale * (rows[at + o] as number);
  }
}

function dot(a: Float32Array, atA: number, b: Float32Array, atB: number, count: number): number {
  let sum = 0;
  for (let o = 0; o < count; o++) sum += (a[atA + o] as number) * (b[atB + o] as number);
  return sum;
}
