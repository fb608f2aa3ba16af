/** `tf.node.tensorBoard`: a callback that writes what `model.fit` measures to TensorBoard's files; the charts here need none. */
import path from 'node:path';
import * as tf from '../../engine/tf.ts';
import { ScriptProblem } from '../errors/problem.ts';
import { openEventFile } from './summaries.ts';

const BOOKKEEPING = new Set(['batch', 'size', 'num_steps']);

export interface TensorBoardArgs {
  updateFreq?: 'batch' | 'epoch';
  /** Writes the weights every so many epochs; 0 for never. */
  histogramFreq?: number;
}

export function tensorBoard(logdir = './logs', args: TensorBoardArgs = {}): tf.CustomCallback {
  const { updateFreq = 'epoch' } = args;
  if (updateFreq !== 'batch' && updateFreq !== 'epoch') {
    throw new ScriptProblem(`tensorBoard: updateFreq is 'batch' or 'epoch', not “${updateFreq}”.`);
  }
  let batches = 0;
  return new tf.CustomCallback({
    ...(updateFreq === 'batch' && {
      onBatchEnd: async (_batch, logs) => write(logdir, 'batch_', logs, ++batches),
    }),
    onEpochEnd: async (epoch, logs) => write(logdir, 'epoch_', logs, epoch + 1),
  });
}

/** Training and validation go to folders of their own, so that TensorBoard draws them into one chart. */
function write(logdir: string, prefix: string, logs: tf.Logs | undefined, step: number): void {
  for (const [name, value] of Object.entries(logs ?? {})) {
    if (BOOKKEEPING.has(name)) continue;
    const isValidation = name.startsWith('val_');
    const file = openEventFile(path.join(logdir, isValidation ? 'val' : 'train'));
    file.scalar(prefix + (isValidation ? name.slice(4) : name), value, step);
  }
}
