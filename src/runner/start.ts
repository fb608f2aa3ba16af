/** What a run does, in order. */
import path from 'node:path';
import { connectFiles } from '../api/load/files.ts';
import { connectReporter } from '../api/reporter.ts';
import type { RunRequest } from '../protocol/runner.ts';
import { openChannel } from './channel/open.ts';
import type { Charting } from './chart/charting.ts';
import { chartTraining, keepFramesOfSequential } from './chart/training.ts';
import { listen } from './control.ts';
import { startEngine } from './engine.ts';
import { Life } from './life.ts';
import { provideModules } from './modules/bundled.ts';
import { hookModules } from './modules/hooks.ts';
import { decodePicture } from './node/pictureFile.ts';
import { dieWithParent } from './orphan.ts';
import { openJournal } from './record/journal.ts';
import { RunReporter } from './record/reporter.ts';
import { readRequest } from './request.ts';
import { checkAttempt } from './script/check.ts';
import { runScript } from './script/run.ts';
import { seedRandom, seedShuffling } from './seed.ts';
import { Serving } from './trials/serving.ts';
import { TrialWorker } from './trials/worker.ts';
import { takeTurns } from './turns.ts';

export async function start(): Promise<void> {
  const request = readRequest();
  seedRandom(request.seed);
  return request.worker ? serveTrials(request) : runOnce(request);
}

async function runOnce(request: RunRequest): Promise<void> {
  const channel = await openChannel(request);
  const reporter = new RunReporter(request, openJournal(request), channel);
  const life = new Life(request, reporter, channel);
  listen(request, channel, reporter, life);
  life.begin();
  dieWithParent();
  try {
    const { engine, modules } = await startEngine(request);
    reporter.started(engine);
    connectReporter(reporter);
    prepare(request, reporter, modules);
    const exports = await runScript(request.file);
    const { check } = request;
    if (check) reporter.checked(await checkAttempt({ ...request, check }, exports));
    life.scriptLoaded();
  } catch (error) {
    if (error instanceof Serving)
      await error.work.then(
        () => life.scriptLoaded(),
        (why) => life.fail(why),
      );
    else life.fail(error);
  }
}

/** Nobody watches this process but the run that started it. */
async function serveTrials(request: RunRequest): Promise<void> {
  const worker = new TrialWorker(request);
  dieWithParent();
  try {
    const { modules } = await startEngine(request);
    prepare(request, worker, modules);
    await runScript(request.file);
    process.exit(); // the script did not come to its trials
  } catch (error) {
    worker.fail(error);
  }
}

/** Patches what scripts use, before one of them loads it. */
function prepare(request: RunRequest, charts: Charting, modules: Record<string, object>): void {
  connectFiles({ folder: path.dirname(request.file), decode: decodePicture });
  takeTurns();
  keepFramesOfSequential();
  seedShuffling();
  if (request.report !== false || request.epochs !== undefined) chartTraining(charts, request);
  provideModules(modules);
  hookModules();
}
