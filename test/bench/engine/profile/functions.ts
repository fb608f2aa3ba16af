/** Samples the JavaScript functions that run, with V8's own profiler. */
import { Session } from 'node:inspector/promises';
import { printAligned } from '../aligned.ts';

const INTERVAL = 200; // µs between two samples
const SHOWN = 40;

export async function profileFunctions(run: () => Promise<number>): Promise<void> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.post('Profiler.start');
  const steps = await run();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();

  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const totals = new Map<string, number>(); // µs
  profile.samples?.forEach((id, i) => {
    const name = names.get(id) ?? '';
    totals.set(name, (totals.get(name) ?? 0) + (profile.timeDeltas?.[i] ?? 0));
  });
  const sorted = [...totals].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
  const elapsed = profile.endTime - profile.startTime;
  printAligned([
    ['function, without those it calls', 'ms a step', 'share'],
    ...sorted.map(([name, time]) => [
      name,
      (time / 1000 / steps).toFixed(3),
      `${((100 * time) / elapsed).toFixed(1)} %`,
    ]),
  ]);
}

/** Functions of the bundle by the line where they begin. */
function nameOf({
  functionName,
  lineNumber,
  url,
}: {
  functionName: string;
  lineNumber: number;
  url: string;
}) {
  const name = functionName || '(anonymous)';
  return url.endsWith('.mjs') ? `${name}, line ${lineNumber + 1}` : name;
}
