/** Writes the files of samples below the run folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encode } from 'fast-png';
import type { SampleToReport } from '../../api/reporter.ts';
import type { SampleRecord } from '../../protocol/record.ts';
import { encodeWav } from './wav.ts';

type WithPixels = Extract<SampleToReport, { pixels: Uint8Array }>;
type WithSound = Extract<SampleToReport, { samples: Float32Array }>;

export class SampleFiles {
  readonly #folder: string;
  /** How many samples each name has so far; names that differ may share a slug, so the slug is counted. */
  readonly #counts = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The record of a sample, once its file is written. */
  write(sample: SampleToReport): SampleRecord {
    if ('pixels' in sample) return this.#image(sample);
    if ('samples' in sample) return this.#sound(sample);
    return sample;
  }

  #image({ pixels, channels, ...sample }: WithPixels): SampleRecord {
    const rows = Math.ceil(sample.count / sample.columns);
    const width = sample.width * sample.columns;
    // Quick rather than small: the training waits for it.
    const png = encode(
      { width, height: sample.height * rows, data: pixels, channels, depth: 8 },
      { zlib: { level: 1 } },
    );
    return { ...sample, file: this.#save(sample.name, 'png', png) };
  }

  #sound({ samples, ...sample }: WithSound): SampleRecord {
    const file = this.#save(sample.name, 'wav', encodeWav(samples, sample.sampleRate));
    return { ...sample, file, seconds: samples.length / sample.sampleRate };
  }

  #save(name: string, ending: string, bytes: Uint8Array): string {
    const slug = toSlug(name);
    const count = (this.#counts.get(slug) ?? 0) + 1;
    this.#counts.set(slug, count);
    const folder = path.join(this.#folder, 'samples', slug);
    if (count === 1) mkdirSync(folder, { recursive: true });
    const file = `${String(count).padStart(6, '0')}.${ending}`;
    writeFileSync(path.join(folder, file), bytes);
    return `samples/${slug}/${file}`;
  }
}

/** A name that every file system takes. */
function toSlug(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return /^(con|prn|aux|nul|com\d|lpt\d)?$/.test(slug) ? `sample${slug && `-${slug}`}` : slug;
}
