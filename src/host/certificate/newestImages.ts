import type { ImagesRecord, SampleRecord } from '../../protocol/record.ts';

/** The last picture of each name, the newest first. */
export function newestImages(samples: readonly SampleRecord[]): ImagesRecord[] {
  const newest = new Map<string, ImagesRecord>();
  for (const sample of samples) {
    if (sample.type !== 'images' || sample.count === 0) continue;
    newest.delete(sample.name);
    newest.set(sample.name, sample);
  }
  return [...newest.values()].reverse();
}
