/** tfjs-node's compiled part, the door to libtensorflow. */
import { createRequire } from 'node:module';

/** What is used of it here; tfjs-node's JavaScript uses the rest. */
export interface Binding {
  readonly TF_Version: string;
  readonly TF_FLOAT: number;
  readonly TF_ATTR_BOOL: number;
  readonly TF_ATTR_TYPE: number;
  createTensor(shape: number[], dtype: number, values: Float32Array): number;
  executeOp(
    name: string,
    attributes: { name: string; type: number; value: unknown }[],
    inputs: number[],
    outputs: number,
  ): { id: number }[];
  tensorDataSync(id: number): Float32Array;
}

/** @throws where a library is missing or unfit; where the processor is unfit, the process may die. See probe.ts. */
export function loadBinding(file: string): Binding {
  // stderr is the script's: of TensorFlow's own words only warnings and errors.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '1';
  return createRequire(import.meta.url)(file) as Binding;
}
