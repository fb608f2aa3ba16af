/** Is the number of live tensors a steady climb? Then the script forgets to dispose what it makes. */

export interface MemorySample {
  /** Milliseconds. */
  time: number;
  tensors: number;
  bytes: number;
}

const capacity = 120;
const windows = 4;
const fewest = 16;
const shortest = 2000;

export class MemoryTrend {
  samples: MemorySample[] = [];

  add(sample: MemorySample): void {
    const last = this.samples.at(-1);
    if (last && sample.time - last.time < 50) return;
    this.samples.push(sample);
    if (this.samples.length > capacity) this.samples.splice(0, this.samples.length - capacity);
  }

  /**
   * Tensors gained over the recent samples when the lowest count of each quarter is above that of the one before.
   * The lowest counts: within a step tensors come and go, only what stays is a leak.
   */
  leak(): number | undefined {
    const recent = this.samples.slice(-40);
    const [first] = recent;
    const last = recent.at(-1);
    if (!first || !last || recent.length < fewest || last.time - first.time < shortest) return;
    const size = recent.length / windows;
    const lows = Array.from({ length: windows }, (_, i) =>
      Math.min(...recent.slice(i * size, (i + 1) * size).map(({ tensors }) => tensors)),
    );
    const climbs = lows.every((low, i) => i === 0 || low > (lows[i - 1] ?? 0));
    const gained = (lows.at(-1) ?? 0) - (lows[0] ?? 0);
    return climbs && gained >= 12 ? gained : undefined;
  }
}
