import { startCpu } from './cpu.ts';
import type { Engine, EngineChoice, EngineName } from './engine.ts';
import { EngineError } from './engineError.ts';
import { startPortable } from './portable/start.ts';

const starters: Record<EngineName, () => Promise<Engine>> = {
  portable: () => startPortable('It runs on every computer.'),
  cpu: () => startCpu('It was asked for.'),
  native: () =>
    Promise.reject(
      new EngineError(
        'The native engine is not part of this version yet; choose the engine “portable”.',
      ),
    ),
};

/**
 * Starts an engine and makes it the backend of TensorFlow.js for the whole process.
 * @param choice a name, or 'auto' for the fastest that works here
 * @throws EngineError when the name is unknown or the engine cannot run here
 */
export async function startEngine(choice: EngineChoice | (string & {})): Promise<Engine> {
  if (choice === 'auto') return startBest();
  if (!isEngineName(choice)) {
    const names = ['auto', ...Object.keys(starters)].join(', ');
    throw new EngineError(`There is no engine named “${choice}”. The engines are: ${names}.`);
  }
  return starters[choice]();
}

async function startBest(): Promise<Engine> {
  try {
    return await startPortable('It is the fastest engine that needs no installation.');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return startCpu(
      `The portable engine did not start here (${why}), so the plain one runs instead.`,
    );
  }
}

function isEngineName(name: string): name is EngineName {
  return Object.hasOwn(starters, name);
}
