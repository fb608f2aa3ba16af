/** The one door to the engines that compute tensors. */
import type { InferenceModel } from '@tensorflow/tfjs';

export type EngineName = 'portable' | 'cpu' | 'native';

export interface Engine {
  readonly name: EngineName;
  readonly version: string;
  readonly threads: number;
  /** Why this engine was chosen, in one sentence for people. */
  readonly reason: string;
  memory(): EngineMemory;
  /** TensorFlow SavedModels, which libtensorflow alone can read. */
  readonly savedModels?: SavedModels;
  dispose(): void;
}

export interface EngineMemory {
  /** Live tensors and the bytes they hold. */
  tensors: number;
  bytes: number;
  /** Bytes that the engine has taken from the system for tensors, where it knows. */
  heapBytes?: number;
}

export interface SavedModels {
  loadSavedModel(path: string, tags?: string[], signature?: string): Promise<InferenceModel>;
  getMetaGraphsFromSavedModel(path: string): Promise<object[]>;
  /** How many are loaded. */
  getNumOfSavedModels(): number;
}

/** What may be asked for: an engine by name, or 'auto' for the best that works here. */
export type EngineChoice = EngineName | 'auto';

/** What a choice may depend on. */
export interface Surroundings {
  /** Folder of a native engine that was installed on request. */
  native?: string | undefined;
  /** Folder that keeps what was found out about engines on this computer. */
  state?: string | undefined;
  /** Text of the script that is about to train. */
  script?: string | undefined;
  /** Threads that the portable engine may compute on, the calling one included; its own choice when left out. */
  threads?: number | undefined;
}
