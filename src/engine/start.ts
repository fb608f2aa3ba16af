import { startCpu } from './cpu.ts';
import type { Engine, EngineChoice, EngineName, Surroundings } from './engine.ts';
import { EngineError } from './engineError.ts';
import { chooseEngine, rememberFailure, tryNative } from './native/open.ts';
import { startNative } from './native/start.ts';
import { startPortable } from './portable/start.ts';

const starters: Record<EngineName, (surroundings: Surroundings) => Promise<Engine>> = {
  portable: (surroundings) => startPortable('It runs on every computer.', surroundings),
  cpu: () => startCpu('It was asked for.'),
  native: startNativeIfItRuns,
};

/**
 * Starts an engine and makes it the backend of TensorFlow.js for the whole process.
 * @param choice a name, or 'auto' for the fastest that works here
 * @throws EngineError when the name is unknown or the engine cannot run here
 */
export async function startEngine(
  choice: EngineChoice | (string & {}),
  surroundings: Surroundings = {},
): Promise<Engine> {
  if (choice === 'auto') return startBest(surroundings);
  if (!isEngineName(choice)) {
    const names = ['auto', ...Object.keys(starters)].join(', ');
    throw new EngineError(`There is no engine named “${choice}”. The engines are: ${names}.`);
  }
  return starters[choice](surroundings);
}

/** What does not run here would take the script's process with it, so it was tried in another one. */
async function startNativeIfItRuns(surroundings: Surroundings): Promise<Engine> {
  const tried = await tryNative(surroundings);
  if (tried.works) return startNative(tried.file, 'It was asked for.');
  return startPortableOrCpu(insteadOfNative(tried.why), surroundings);
}

async function startBest(surroundings: Surroundings): Promise<Engine> {
  const { engine, reason, file } = chooseEngine(surroundings);
  if (engine === 'portable' || !file) return startPortableOrCpu(reason, surroundings);
  try {
    return await startNative(file, reason);
  } catch (error) {
    const why = inWords(error);
    rememberFailure(surroundings.state, file, why);
    return startPortableOrCpu(insteadOfNative(why), surroundings);
  }
}

async function startPortableOrCpu(reason: string, surroundings: Surroundings): Promise<Engine> {
  try {
    return await startPortable(reason, surroundings);
  } catch (error) {
    return startCpu(
      `The portable engine did not start here (${inWords(error)}), so the plain one runs instead.`,
    );
  }
}

function insteadOfNative(why: string): string {
  return `The native engine does not work here (${why}), so the portable one runs instead.`;
}

function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isEngineName(name: string): name is EngineName {
  return Object.hasOwn(starters, name);
}
