/** What reporting costs: the same training with and without it, in pairs that follow each other. */
import { fork } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findNode } from '../../../src/build/node.ts';
import type { RunRequest } from '../../../src/protocol/runner.ts';
import { root } from '../../host/session.ts';
import { type Figure, median, round } from './figure.ts';

const example = 'walkthroughs/08-autoencoders/autoencoder.ts';

interface Cost {
  seconds: number;
  /** Of all threads of the process. */
  cpuSeconds: number;
}

export async function measureReporting(pairs: number): Promise<Figure[]> {
  const dir = await mkdtemp(path.join(tmpdir(), 'g101-report-'));
  const script = path.join(dir, 'timed.ts');
  await writeFile(script, timed(await readFile(path.join(root, example), 'utf8')));
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let i = 0; i < pairs; i++) {
    // The order alternates: a machine that slows down is not to favour one of the two.
    const first = await train(script, dir, i % 2 === 0);
    const second = await train(script, dir, i % 2 !== 0);
    const [on, off] = i % 2 === 0 ? [first, second] : [second, first];
    wall.push((on.seconds / off.seconds - 1) * 100);
    cpu.push((on.cpuSeconds / off.cpuSeconds - 1) * 100);
  }
  await rm(dir, { recursive: true });
  return [
    {
      name: 'reporting, of the time',
      value: median(wall),
      unit: '%',
      limit: 3,
      detail: list(wall),
    },
    { name: 'reporting, of the processor time', value: median(cpu), unit: '%', detail: list(cpu) },
  ];
}

const list = (values: number[]) => `median of ${values.map(round).join(', ')}`;

/** The script with its own time printed: imports run before, so that starting the engine is not counted. */
function timed(script: string): string {
  return `const began = [performance.now(), process.cpuUsage()] as const;\n${script}
const used = process.cpuUsage(began[1]);
console.log('@@' + JSON.stringify({
  seconds: (performance.now() - began[0]) / 1000,
  cpuSeconds: (used.user + used.system) / 1e6,
}));
process.exit();
`;
}

async function train(script: string, dir: string, report: boolean): Promise<Cost> {
  const folder = await mkdtemp(path.join(dir, 'run-'));
  const request: RunRequest = {
    runId: 'bench',
    file: script,
    folder,
    seed: 1,
    engine: 'auto',
    report,
  };
  const child = fork(path.join(root, 'dist/runner/main.mjs'), [], {
    execPath: findNode(),
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, GENAI101_RUN: JSON.stringify(request) },
  });
  // Read as a host would: an unread channel fills up.
  child.on('message', () => {});
  let said = '';
  child.stdout?.on('data', (data) => {
    said += data;
  });
  await new Promise((resolve) => child.once('close', resolve));
  const line = /@@(.*)/.exec(said)?.[1];
  if (!line) throw new Error(`The script did not end:\n${said}`);
  return JSON.parse(line) as Cost;
}
