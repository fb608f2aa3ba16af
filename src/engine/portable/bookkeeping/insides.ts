/**
 * What lies inside TensorFlow.js's engine (tfjs-core/src/engine.ts). A step of a small network is hundreds of kernels
 * that each take less time than the books kept about them, so the portable engine replaces the methods that matter
 * by shorter ones, as long as it is the current backend. Each keeps the books as the one that it replaces.
 */
import * as tf from '../../tf.ts';

export type Inputs = Record<string, tf.Tensor>;

/** What the engine notes about the data of tensors. */
export interface DataNotes {
  get(dataId: object): unknown;
  set(dataId: object, note: unknown): void;
  has(dataId: object): boolean;
  delete(dataId: object): boolean;
}

interface Scope {
  id: number;
  name: string;
  track: Tracked[];
}

/** A tensor as scopes know it. */
export type Tracked = tf.Tensor & { kept: boolean; scopeId: number };

interface State {
  tensorInfo: DataNotes;
  gradientDepth: number;
  kernelDepth: number;
  profiling: boolean;
  numDataMovesStack: number[];
  activeScope: Scope | null;
  scopeStack: Scope[];
}

type Gradient = (dy: tf.Tensor) => Record<string, () => tf.Tensor>;

export interface Insides {
  state: State;
  ENV: tf.Environment;
  backendName: string;
  backendInstance: tf.KernelBackend | null;
  runKernel(name: string, inputs: Inputs, attrs?: tf.NamedAttrMap): tf.Tensor | tf.Tensor[];
  clone(x: tf.Tensor): tf.Tensor;
  startTape(): void;
  endTape(): void;
  endScope(result?: unknown): void;
  track(tensor: tf.Tensor): tf.Tensor;
  isTapeOn(): boolean;
  shouldCheckForMemLeaks(): boolean;
  checkKernelForMemLeak(name: string, dataIdsBefore: number, outputs: tf.TensorInfo[]): void;
  makeTensorFromTensorInfo(info: tf.TensorInfo): tf.Tensor;
  getTensorsForGradient(name: string, inputs: Inputs, outputs: tf.Tensor[]): tf.Tensor[];
  saveTensorsForBackwardMode(tensors: tf.Tensor[]): tf.Tensor[];
  addTapeNode(
    name: string,
    inputs: Inputs,
    outputs: tf.Tensor[],
    gradient: Gradient | null,
    saved: tf.Tensor[],
    attrs: tf.NamedAttrMap | undefined,
  ): void;
}

export function insides(): Insides {
  return tf.engine() as unknown as Insides;
}
