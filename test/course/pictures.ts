/** Reads back the pictures that a run left in its folder. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from 'fast-png';
import type { ImagesRecord, RunRecord } from '../../src/protocol/record.ts';

export interface Tiles {
  /** [count, width · height], 0 to 1. */
  pixels: Float32Array;
  count: number;
  size: number;
}

/** The newest grey pictures of one name. */
export function lastTiles(folder: string, records: RunRecord[], name: string): Tiles {
  const record = records.findLast((each) => each.type === 'images' && each.name === name);
  if (record?.type !== 'images') throw new Error(`The run shows no pictures named “${name}”.`);
  return cut(decode(readFileSync(path.join(folder, record.file))), record);
}

/** All grey pictures of one name, step by step. */
export function tilesOf(
  folder: string,
  records: RunRecord[],
  name: string,
): (Tiles & { step: number })[] {
  return records.flatMap((record) =>
    record.type === 'images' && record.name === name
      ? { ...cut(decode(readFileSync(path.join(folder, record.file))), record), step: record.step }
      : [],
  );
}

/** Rows of tiles, one after the other. */
export function rowOfTiles(tiles: Tiles, first: number, count: number): Float32Array {
  return tiles.pixels.subarray(first * tiles.size, (first + count) * tiles.size);
}

function cut(image: ReturnType<typeof decode>, record: ImagesRecord): Tiles {
  const { width, height, columns, count } = record;
  const size = width * height;
  const pixels = new Float32Array(count * size);
  for (let i = 0; i < count; i++) {
    const left = (i % columns) * width;
    const top = Math.floor(i / columns) * height;
    for (let p = 0; p < size; p++) {
      const at = (top + Math.floor(p / width)) * image.width + left + (p % width);
      pixels[i * size + p] = (image.data[at * image.channels] ?? 0) / 255;
    }
  }
  return { pixels, count, size };
}
