/** The one door to the engines that compute tensors. */

export type EngineName = 'portable' | 'cpu' | 'native';

export interface Engine {
  readonly name: EngineName;
  readonly version: string;
  readonly threads: number;
  /** Why this engine was chosen, in one sentence for people. */
  readonly reason: string;
  /** Live tensors and the bytes they hold. */
  memory(): { tensors: number; bytes: number };
  dispose(): void;
}

/** What may be asked for: an engine by name, or 'auto' for the best that works here. */
export type EngineChoice = EngineName | 'auto';
