/** tfjs-node's own JavaScript; loading it registers its kernels. A chunk of its own, which only the native engine loads. */
import '@tensorflow/tfjs-node/dist/register_all_kernels.js';
import {
  getMetaGraphsFromSavedModel,
  getNumOfSavedModels,
  loadSavedModel,
} from '@tensorflow/tfjs-node/dist/saved_model.js';
import type { SavedModels } from '../engine.ts';

export { NodeJSKernelBackend } from '@tensorflow/tfjs-node/dist/nodejs_kernel_backend.js';

export const savedModels: SavedModels = {
  loadSavedModel,
  getMetaGraphsFromSavedModel,
  getNumOfSavedModels,
};
