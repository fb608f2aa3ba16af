/** Seeded random numbers that are the same on every platform: xoshiro128** (Blackman and Vigna, 2018). */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;
  #spare: number | undefined;

  constructor(seed: number) {
    // Neighbouring seeds must not give related streams, so the state is mixed from the seed first.
    const word = splitmix32(seed);
    this.#a = word();
    this.#b = word();
    this.#c = word();
    this.#d = word();
  }

  /** Evenly in [0, 1). */
  next(): number {
    const mixed = Math.imul(rotateLeft(Math.imul(this.#b, 5), 7), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = rotateLeft(this.#d, 11);
    return mixed / 2 ** 32;
  }

  /** Evenly in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number, evenly in [0, limit). */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** Normally distributed, by the polar method (Marsaglia and Bray, 1964), which makes two at a time. */
  normal(mean = 0, deviation = 1): number {
    const spare = this.#spare;
    if (spare !== undefined) {
      this.#spare = undefined;
      return mean + deviation * spare;
    }
    let x = 0;
    let y = 0;
    let square = 0;
    while (square >= 1 || square === 0) {
      x = this.between(-1, 1);
      y = this.between(-1, 1);
      square = x * x + y * y;
    }
    const stretch = Math.sqrt((-2 * Math.log(square)) / square);
    this.#spare = y * stretch;
    return mean + deviation * x * stretch;
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** @throws RangeError when there is nothing to pick from */
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  }

  /** The whole numbers below `count` in random order, each order as likely (Fisher and Yates). */
  order(count: number): number[] {
    const order = [...Array(count).keys()];
    for (let i = count - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    return order;
  }
}

/** Turns any number into as many well-mixed 32-bit words as asked for. */
function splitmix32(seed: number): () => number {
  let state = Math.trunc(seed) | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state ^ (state >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    return word ^ (word >>> 15);
  };
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
