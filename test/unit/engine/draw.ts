/** Compares each build of the portable engine with TensorFlow.js's CPU kernels, on the same random inputs. */
import assert from 'node:assert/strict';
import * as tf from '../../../src/engine/tf.ts';
import { useReference, useVariant, variants } from './variants.ts';

/** A generator of numbers in [0, 1): mulberry32. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Draws integers, shapes and tensors. */
export class Draw {
  readonly next: () => number;

  constructor(seed: number) {
    this.next = random(seed);
  }

  /** From `least` to `most`, both included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(from: readonly T[]): T {
    return from[this.integer(0, from.length - 1)] as T;
  }

  shape(rank: number, least = 1, most = 9): number[] {
    return Array.from({ length: rank }, () => this.integer(least, most));
  }

  permutation(length: number): number[] {
    const order = Array.from({ length }, (_, i) => i);
    return order
      .map((i) => ({ i, key: this.next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ i }) => i);
  }

  tensor(shape: number[], dtype: 'float32' | 'int32' | 'bool' = 'float32'): tf.Tensor {
    const size = tf.util.sizeFromShape(shape);
    const values = Array.from({ length: size }, () => this.next() * 2 - 1);
    if (dtype === 'float32') return tf.tensor(values, shape);
    if (dtype === 'int32') {
      const integers = values.map((value) => Math.round(value * 100));
      return tf.tensor(integers, shape, 'int32');
    }
    const truths = values.map((value) => Number(value > 0));
    return tf.tensor(truths, shape, 'bool');
  }
}

interface Result {
  shape: number[];
  dtype: string;
  values: number[];
  /** What was thrown instead. */
  error: string;
}

/** A computation on random tensors. */
export type Compute = (draw: Draw) => tf.Tensor | tf.Tensor[];

/** The same numbers on all engines, or the same error. */
export async function assertSame(seed: number, compute: Compute): Promise<void> {
  await compare(seed, compute, (actual, expected, where) => {
    assert.deepEqual(actual, expected, where);
  });
}

/** Numbers that differ by no more than `tolerance`, of one or of themselves where they are larger. */
export async function assertNear(seed: number, tolerance: number, compute: Compute): Promise<void> {
  await compare(seed, compute, (actual, expected, where) => {
    assert.deepEqual(actual.map(kind), expected.map(kind), where);
    for (const [i, { values }] of expected.entries()) {
      for (const [j, value] of values.entries()) {
        const other = actual[i]?.values[j] ?? Number.NaN;
        const near = Math.abs(other - value) <= tolerance * Math.max(1, Math.abs(value));
        assert.ok(near || Object.is(other, value), `${where}, [${j}]: ${other}, not ${value}`);
      }
    }
  });
}

async function compare(
  seed: number,
  compute: Compute,
  check: (actual: Result[], expected: Result[], where: string) => void,
): Promise<void> {
  await useReference();
  const expected = resultsOf(() => compute(new Draw(seed)));
  for (const build of variants) {
    await useVariant(build);
    check(
      resultsOf(() => compute(new Draw(seed))),
      expected,
      `${build}, seed ${seed}`,
    );
  }
}

function kind({ shape, dtype, error }: Result): Partial<Result> {
  return { shape, dtype, error };
}

function resultsOf(compute: () => tf.Tensor | tf.Tensor[]): Result[] {
  try {
    const results = tf.tidy(compute);
    return [results].flat().map((tensor) => {
      const { shape, dtype } = tensor;
      const values = Array.from(tensor.dataSync());
      tensor.dispose();
      return { shape, dtype, values, error: '' };
    });
  } catch (error) {
    return [{ shape: [], dtype: '', values: [], error: String(error) }];
  }
}
