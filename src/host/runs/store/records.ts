/** Reads `events.jsonl` back, in pieces, up to its last whole line. */
import { createReadStream } from 'node:fs';
import * as v from 'valibot';
import { type MetricsRecord, RunRecord } from '../../../protocol/record.ts';

const metrics = '{"type":"metrics"';

/** Batches of records. Lines of unknown or broken records are passed over; so is what follows the last line break. */
export async function* readRecords(
  file: string,
  { samplesOnly = false } = {},
): AsyncGenerator<RunRecord[]> {
  let rest = '';
  try {
    const stream = createReadStream(file, { encoding: 'utf8', highWaterMark: 256 * 1024 });
    for await (const chunk of stream) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      const wanted = samplesOnly ? lines.filter((line) => !line.startsWith(metrics)) : lines;
      yield wanted.flatMap((line) => parseRecord(line) ?? []);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

export function parseRecord(line: string): RunRecord | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (isMetrics(value)) return value;
    const checked = v.safeParse(RunRecord, value);
    return checked.success ? checked.output : undefined;
  } catch {
    return undefined; // cut off mid-write, or not ours
  }
}

/** By hand: a long run has hundreds of thousands of these lines. */
function isMetrics(value: unknown): value is MetricsRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { type, step, values } = value as Record<string, unknown>;
  return (
    type === 'metrics' &&
    Number.isFinite(step) &&
    typeof values === 'object' &&
    values !== null &&
    Object.values(values).every(isNumberWord)
  );
}

function isNumberWord(value: unknown): boolean {
  return (
    typeof value === 'number' || value === 'NaN' || value === 'Infinity' || value === '-Infinity'
  );
}
