/** Metrics of whole epochs before those of single batches, else as they came: where there is room for few. */
export function epochsFirst(metrics: Readonly<Record<string, number>>): [string, number][] {
  const ofBatch = (name: string) => Number(name.startsWith('batch '));
  return Object.entries(metrics).sort(([a], [b]) => ofBatch(a) - ofBatch(b));
}
