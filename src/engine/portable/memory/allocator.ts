/**
 * Hands out ranges of a growing heap. Freed ranges go to lists of their own size, from which the next tensor of
 * that size takes them at once: a training loop asks for the same sizes in every step. Only when the heap would
 * have to grow are neighbours joined and carved up anew, so that changing sizes do not use it up.
 */

/** A free range: address and bytes. */
type Range = [address: number, bytes: number];

const ALIGNMENT = 64;
/** Up to here sizes are multiples of the alignment; above, there are eight sizes to each doubling (12.5 % unused). */
const FINE = 1024;
/** Kept free behind the last range: whole vectors are read and written past the end of a tensor. */
const MARGIN = 64;

export class Allocator {
  readonly #free = new Map<number, number[]>();
  /** Joined ranges of any size, largest use first come by best fit. */
  #joined: Range[] = [];
  #top: number;
  #end: number;
  #freeBytes = 0;
  readonly #grow: (bytes: number) => number;

  /**
   * @param from the first byte to hand out
   * @param end the first byte behind the heap
   * @param grow makes the heap longer by at least so many bytes, gives its new end; throws when it cannot
   */
  constructor(from: number, end: number, grow: (bytes: number) => number) {
    this.#grow = grow;
    this.#top = roundUp(from, ALIGNMENT);
    this.#end = end;
  }

  /** Bytes handed out or free below the highest one in use. */
  get extent(): number {
    return this.#top;
  }

  get freeBytes(): number {
    return this.#freeBytes;
  }

  /** The address of a range of at least so many bytes, aligned to 64. */
  allocate(bytes: number): number {
    const size = sizeClass(bytes);
    const address = this.#free.get(size)?.pop() ?? this.#carve(size);
    if (address === undefined) return this.#extend(size);
    this.#freeBytes -= size;
    return address;
  }

  /** @param bytes as many as were asked for */
  free(address: number, bytes: number): void {
    const size = sizeClass(bytes);
    this.#freeBytes += size;
    const list = this.#free.get(size);
    if (list) list.push(address);
    else this.#free.set(size, [address]);
  }

  #extend(size: number): number {
    if (this.#top + size + MARGIN > this.#end) {
      this.#join();
      const address = this.#carve(size);
      if (address !== undefined) {
        this.#freeBytes -= size;
        return address;
      }
    }
    const missing = this.#top + size + MARGIN - this.#end;
    if (missing > 0) this.#end = this.#grow(missing);
    const address = this.#top;
    this.#top += size;
    return address;
  }

  /** The start of the smallest joined range that is large enough. */
  #carve(size: number): number | undefined {
    let best: Range | undefined;
    for (const range of this.#joined) {
      if (range[1] >= size && (best === undefined || range[1] < best[1])) best = range;
    }
    if (best === undefined) return undefined;
    const address = best[0];
    best[0] += size;
    best[1] -= size;
    if (best[1] === 0) this.#joined.splice(this.#joined.indexOf(best), 1);
    return address;
  }

  /** Joins all free neighbours; what is free at the top goes back to the untouched rest. */
  #join(): void {
    const ranges = [...this.#joined];
    for (const [size, list] of this.#free) for (const address of list) ranges.push([address, size]);
    ranges.sort(([a], [b]) => a - b);
    this.#free.clear();
    this.#joined = joinNeighbours(ranges);
    const last = this.#joined.at(-1);
    if (!last || last[0] + last[1] !== this.#top) return;
    this.#top = last[0];
    this.#freeBytes -= last[1];
    this.#joined.pop();
  }
}

/** @param ranges sorted by address */
function joinNeighbours(ranges: Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last && last[0] + last[1] === range[0]) last[1] += range[1];
    else joined.push(range);
  }
  return joined;
}

/** The size of the range that holds so many bytes. */
export function sizeClass(bytes: number): number {
  const aligned = Math.max(ALIGNMENT, roundUp(bytes, ALIGNMENT));
  if (aligned <= FINE) return aligned;
  const step = 2 ** (Math.floor(Math.log2(aligned - 1)) - 3 + 1) / 2;
  return roundUp(aligned, Math.max(ALIGNMENT, step));
}

function roundUp(n: number, to: number): number {
  return Math.ceil(n / to) * to;
}
