/** What a run does, in order. */
import { connectReporter } from '../api/reporter.ts';
import { openChannel } from './channel/open.ts';
import { chartTraining, keepFramesOfSequential } from './chart/training.ts';
import { listen } from './control.ts';
import { startEngine } from './engine.ts';
import { Life } from './life.ts';
import { provideModules } from './modules/bundled.ts';
import { hookModules } from './modules/hooks.ts';
import { dieWithParent } from './orphan.ts';
import { openJournal } from './record/journal.ts';
import { RunReporter } from './record/reporter.ts';
import { readRequest } from './request.ts';
import { checkAttempt } from './script/check.ts';
import { runScript } from './script/run.ts';
import { seedRandom, seedShuffling } from './seed.ts';
import { takeTurns } from './turns.ts';

export async function start(): Promise<void> {
  const request = readRequest();
  seedRandom(request.seed);
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
    takeTurns();
    keepFramesOfSequential();
    seedShuffling();
    if (request.report !== false || request.epochs !== undefined) chartTraining(reporter, request);
    provideModules(modules);
    hookModules();
    const exports = await runScript(request.file);
    const { check } = request;
    if (check) reporter.checked(await checkAttempt({ ...request, check }, exports));
    life.scriptLoaded();
  } catch (error) {
    life.fail(error);
  }
}
