import * as tf from '../../tf.ts';

export interface Scope {
  id: number;
  track: tf.Tensor[];
}

export interface TensorRecord {
  backend: tf.KernelBackend;
  bytes: number;
  dtype: tf.DataType;
  shape: number[];
}

export interface TensorRecords {
  has(dataId: object): boolean;
  get(dataId: object): TensorRecord | undefined;
  set(dataId: object, record: TensorRecord): unknown;
  delete(dataId: object): boolean;
}

/** What of TensorFlow.js's engine is replaced here, and what that needs: internals of tfjs-core 4. */
export interface EngineParts {
  readonly ENV: { getBool(flag: string): boolean };
  readonly backendName: string | null;
  readonly backend: tf.KernelBackend;
  readonly state: {
    tensorInfo: TensorRecords;
    activeScope: Scope | null;
    readonly scopeStack: Scope[];
    readonly gradientDepth: number;
    kernelDepth: number;
    readonly profiling: boolean;
  };
  /** Makes a second tensor of the same numbers, kept for the gradient. */
  clone(x: tf.Tensor): tf.Tensor;
  endScope(result?: tf.TensorContainer): void;
  runKernel(name: string, inputs: tf.NamedTensorMap, attrs?: object): tf.Tensor | tf.Tensor[];
  track(tensor: tf.Tensor): tf.Tensor;
  makeTensorFromTensorInfo(info: tf.TensorInfo): tf.Tensor;
  getTensorsForGradient(name: string, inputs: tf.NamedTensorMap, outputs: tf.Tensor[]): tf.Tensor[];
  saveTensorsForBackwardMode(tensors: tf.Tensor[]): tf.Tensor[];
  addTapeNode(
    name: string,
    inputs: tf.NamedTensorMap,
    outputs: tf.Tensor[],
    gradient: null,
    saved: tf.Tensor[],
    attrs?: object,
  ): void;
}

export function engineParts(): EngineParts {
  return tf.engine() as unknown as EngineParts;
}

/** Whether every kernel is watched: by tf.profile, in debug mode, or for leaks in TensorFlow.js's own tests. */
export function isWatched({ state, ENV }: EngineParts): boolean {
  return state.profiling || ENV.getBool('DEBUG') || ENV.getBool('IS_TEST');
}
