/** `tf.node`, the same on every engine but for SavedModels: where the engine cannot read them, it says why. */
import type { SavedModels } from '../../engine/engine.ts';
import { ScriptProblem } from '../errors/problem.ts';
import * as images from './images.ts';
import { summaryFileWriter } from './summaries.ts';
import { tensorBoard } from './tensorBoard.ts';

/** @param savedModels of the engine that runs */
export function nodeNamespace(savedModels: SavedModels = withoutNative) {
  return { ...images, summaryFileWriter, tensorBoard, ...savedModels };
}

const withoutNative: SavedModels = {
  loadSavedModel: needsNative,
  getMetaGraphsFromSavedModel: needsNative,
  /** None can be loaded. */
  getNumOfSavedModels: () => 0,
};

async function needsNative(): Promise<never> {
  throw new ScriptProblem(
    'TensorFlow SavedModels can only be read by the native engine: choose that one, or convert the model with tensorflowjs_converter and load it with tf.loadGraphModel.',
  );
}
