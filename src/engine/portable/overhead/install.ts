/**
 * TensorFlow.js does a lot around each kernel that a training step of a small network mostly consists of: it takes
 * 160 kernels for the step of a network of three layers. These are the same steps, done in less.
 */
import { engineParts } from './engineParts.ts';
import { callKernelsDirectly } from './kernelCalls.ts';
import { saveWithoutKernels } from './savedTensors.ts';
import { endScopesQuickly } from './scopes.ts';
import { keepRecordsInBlocks } from './tensorRecords.ts';

const lightened = new WeakSet<object>();

/** Makes TensorFlow.js's engine do the same with less work, whatever the backend. */
export function lightenEngine(): void {
  const engine = engineParts();
  if (lightened.has(engine)) return;
  lightened.add(engine);
  keepRecordsInBlocks(engine);
  endScopesQuickly(engine);
  saveWithoutKernels(engine);
  callKernelsDirectly(engine);
}
