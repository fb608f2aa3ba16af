/** `tf.io` as '@tensorflow/tfjs-node' has it. */
import type { io } from '@tensorflow/tfjs';

export * from '@tensorflow/tfjs-core/dist/io/io';

/**
 * Where a model is saved or loaded: a folder (`model.json` and `weights.bin` are written in it) or its files.
 *
 * ```ts
 * await model.save(tf.io.fileSystem('models/digits'));
 * ```
 *
 * `model.save('file://models/digits')` is short for it.
 */
export function fileSystem(path: string | [string, string] | string[]): io.IOHandler;
