/**
 * The parts of tfjs-node that are used here. Declared by us, so that the project can be checked where this optional
 * package could not be installed; the package's name for each file is that of its compiled JavaScript.
 */
declare module '@tensorflow/tfjs-node/dist/register_all_kernels.js' {}

declare module '@tensorflow/tfjs-node/dist/nodejs_kernel_backend.js' {
  import type { KernelBackend } from '@tensorflow/tfjs';

  export class NodeJSKernelBackend extends KernelBackend {
    constructor(binding: object, packageName: string);
  }
}

declare module '@tensorflow/tfjs-node/dist/saved_model.js' {
  import type { InferenceModel } from '@tensorflow/tfjs';

  export function loadSavedModel(
    path: string,
    tags?: string[],
    signature?: string,
  ): Promise<InferenceModel>;
  export function getMetaGraphsFromSavedModel(path: string): Promise<object[]>;
  export function getNumOfSavedModels(): number;
}
