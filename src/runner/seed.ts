import * as tf from '../engine/tf.ts';

/**
 * Makes chance repeatable: TensorFlow.js draws its own seeds (initializers, dropout, shuffling, tf.randomNormal)
 * from Math.random, so replacing that one source before the script loads makes
 * the same script, seed and engine give the same numbers.
 */
export function seedRandom(seed: number): void {
  Math.random = generator(seed);
}

/** sfc32, a small fast counter generator that passes PractRand (Chris Doty-Humphrey). */
function generator(seed: number): () => number {
  let a = 0x9e3779b9;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = seed | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i++) next(); // lets a small seed reach every bit of the state
  // 53 bits, as Math.random gives.
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
}

/** The one place where TensorFlow.js takes its seed from the clock. */
export function seedShuffling(): void {
  const prototype = tf.data.Dataset.prototype;
  const { shuffle } = prototype;
  prototype.shuffle = function (bufferSize, seed = String(Math.random()), reshuffle) {
    return shuffle.call(this, bufferSize, seed, reshuffle);
  };
}
