/** `tf.node`: the parts of tfjs-node that need no native library; the others say why not. */
import { ScriptProblem } from '../errors/problem.ts';
import * as images from './images.ts';
import { summaryFileWriter } from './summaries.ts';
import { tensorBoard } from './tensorBoard.ts';

async function needsNative(): Promise<never> {
  throw new ScriptProblem(
    'TensorFlow SavedModels can only be read by the native TensorFlow library, which GenAI 101 does not bring: convert the model with tensorflowjs_converter and load it with tf.loadGraphModel.',
  );
}

export const node = {
  ...images,
  summaryFileWriter,
  tensorBoard,
  loadSavedModel: needsNative,
  getMetaGraphsFromSavedModel: needsNative,
  /** None can be loaded. */
  getNumOfSavedModels: () => 0,
};
