/** A process with one engine: told a kind of model, it trains one for a moment and answers how long a step took. */
import type { EngineName, Surroundings } from '../../engine.ts';
import { EngineError } from '../../engineError.ts';
import { startEngine } from '../../start.ts';
import type { Kind } from '../kind.ts';
import { trainingStep } from './workloads.ts';

/** How it is started: its one argument, as JSON. */
export interface WorkerStart {
  engine: EngineName;
  surroundings: Surroundings;
}

export interface Question {
  kind: Kind;
  milliseconds: number;
}

const { engine, surroundings }: WorkerStart = JSON.parse(process.argv[2] ?? '');
const steps = new Map<Kind, () => Promise<unknown>>();

try {
  const { name, reason } = await startEngine(engine, surroundings);
  if (name !== engine) throw new EngineError(reason);
} catch (error) {
  // Without the source line: that of a bundle is its whole text.
  process.stderr.write(`${error}\n`);
  process.exit(1);
}
process.on('message', (question: Question) => void answer(question));
process.send?.('ready');

async function answer({ kind, milliseconds }: Question): Promise<void> {
  process.send?.(await timeSteps(await stepOf(kind), milliseconds));
}

async function stepOf(kind: Kind): Promise<() => Promise<unknown>> {
  const known = steps.get(kind);
  if (known) return known;
  const step = trainingStep(kind);
  steps.set(kind, step);
  await step(); // the first one also compiles
  return step;
}

/** @returns milliseconds of the quickest step */
async function timeSteps(step: () => Promise<unknown>, milliseconds: number): Promise<number> {
  const began = performance.now();
  let best = Number.POSITIVE_INFINITY;
  do {
    const before = performance.now();
    await step();
    best = Math.min(best, performance.now() - before);
  } while (performance.now() - began < milliseconds);
  return best;
}
