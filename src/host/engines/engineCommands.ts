import type { EngineCommands } from '../commands.ts';
import type { Runs } from '../runs/runs.ts';
import { installNativeEngine } from './installCommand.ts';
import type { NativeEngine } from './nativeEngine.ts';
import { removeNativeEngine } from './removeCommand.ts';

export function engineCommands(native: NativeEngine, runs: Runs): EngineCommands {
  return {
    installNativeEngine: () => installNativeEngine(native),
    removeNativeEngine: () => removeNativeEngine(native, runs),
  };
}
