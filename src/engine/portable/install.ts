import * as tf from '../tf.ts';
import type { PortableBackend } from './backend.ts';
import { shortenBookkeeping } from './bookkeeping/install.ts';
import { fuseGradients } from './gradients/fused/fuse.ts';
import { installGradients } from './gradients/install.ts';
import { fuseRecurrentLayers } from './layers/recurrent.ts';
import { registerKernels } from './ops/register.ts';
import { speedUpOptimizers } from './optimizers/install.ts';

/** The backend's name in TensorFlow.js. No “_” may be in it: the kernel registry splits names there. */
export const NAME = 'portable';

/** Makes TensorFlow.js know the backend and its kernels. Needs nothing of Node: also for web workers and pages. */
export function installPortable(backend: PortableBackend, name = NAME): void {
  tf.registerBackend(name, () => backend, 10);
  // They outlive a backend that was removed.
  if (tf.getKernelsForBackend(name).length === 0) registerKernels(name);
  installGradients();
  fuseGradients();
  speedUpOptimizers();
  fuseRecurrentLayers();
  shortenBookkeeping();
}
