/** A script that logs 5,000 metrics a second: nothing lost on disk, the workbench stays quick, memory stays bounded. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Frame } from 'playwright-core';
import { globSync } from 'tinyglobby';
import { firstMetric, openTraining, runLens } from '../../host/loop.ts';
import { openSession, root, type Session } from '../../host/session.ts';
import { type Figure, quantile } from './figure.ts';

const perSecond = 5000;
const pause = 200; // ms between two commands

interface Memory {
  /** Megabytes. */
  host: number;
  view: number;
}

export async function measureFlood(seconds: number): Promise<Figure[]> {
  const text = await readFile(path.join(root, 'test/fixtures/bench/flood.ts'), 'utf8');
  const script = text.replace('process.env.GENAI101_FLOOD_SECONDS ?? 60', String(seconds));
  const session = await openSession({ files: { 'flood.ts': script }, exposeGc: true });
  try {
    return await flood(session, seconds);
  } finally {
    await session.close();
  }
}

async function flood(session: Session, seconds: number): Promise<Figure[]> {
  const training = await openTraining(session.page);
  await session.remote.evaluate(async (vscode, file) => {
    await vscode.window.showTextDocument(vscode.Uri.file(file));
  }, `${session.folder}/flood.ts`);
  await runLens(session.page).waitFor();
  const before = await memory(session, training);
  await runLens(session.page).click();
  await firstMetric(training);

  const latencies: number[] = [];
  const end = performance.now() + seconds * 1000;
  let halfway: Memory | undefined;
  while (performance.now() < end) {
    latencies.push(await commandLatency(session));
    if (!halfway && performance.now() > end - seconds * 500)
      halfway = await memory(session, training);
    await session.page.waitForTimeout(pause);
  }
  const after = await memory(session, training);
  const lost = seconds * perSecond - (await recorded(session, seconds * perSecond));
  return [
    { name: `lost on disk of ${seconds * perSecond}`, value: lost, unit: 'metrics', limit: 0 },
    {
      name: 'a command answers, slowest',
      value: Math.max(...latencies),
      unit: 'ms',
      limit: 200,
      detail: `${latencies.length} commands`,
    },
    { name: 'a command answers, 95 %', value: quantile(latencies, 0.95), unit: 'ms', limit: 200 },
    ...growth('memory of the extension host', before.host, halfway?.host, after.host),
    ...growth('memory of the webview', before.view, halfway?.view, after.view),
  ];
}

/** Bounded: in the second half it grows by no more than a garbage collection would take back. */
function growth(name: string, before: number, halfway = before, after: number): Figure[] {
  const detail = `${before.toFixed(0)} MB before, ${halfway.toFixed(0)} halfway, ${after.toFixed(0)} after`;
  return [
    {
      name: `${name}, growth in the second half`,
      value: after - halfway,
      unit: 'MB',
      limit: 32,
      detail,
    },
  ];
}

/** A command that has to go to the workbench's window and back. */
async function commandLatency(session: Session): Promise<number> {
  return session.remote.evaluate(async (vscode) => {
    const began = performance.now();
    await vscode.commands.executeCommand('setContext', 'genai101.bench', began);
    return performance.now() - began;
  });
}

async function memory(session: Session, training: Frame): Promise<Memory> {
  const host = await session.remote.evaluate(() => process.memoryUsage().rss);
  const view = await training.evaluate<number>(
    'globalThis.gc?.(), performance.memory.usedJSHeapSize',
  );
  return { host: host / 1e6, view: view / 1e6 };
}

/** Waits until the run has ended and counts the steps in its record, each once. */
async function recorded(session: Session, expected: number): Promise<number> {
  const file = await eventsFile(session);
  for (let tries = 0; tries < 60; tries++) {
    const { steps, ended } = await readSteps(file);
    if (ended || steps.size >= expected) return steps.size;
    await session.page.waitForTimeout(500);
  }
  return (await readSteps(file)).steps.size;
}

async function eventsFile(session: Session): Promise<string> {
  const files = globSync('data/**/runs/*/events.jsonl', {
    cwd: session.server.dir,
    absolute: true,
  });
  const [file] = files;
  if (!file) throw new Error('The run left no events.jsonl.');
  return file;
}

async function readSteps(file: string): Promise<{ steps: Set<number>; ended: boolean }> {
  const steps = new Set<number>();
  let ended = false;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (!line.endsWith('}')) continue; // still being written
    const record = JSON.parse(line) as { type: string; step: number };
    if (record.type === 'metrics') steps.add(record.step);
    if (['done', 'error', 'stopped'].includes(record.type)) ended = true;
  }
  return { steps, ended };
}
