/** `tf.node`: the parts of tfjs-node that need no native library. */
import { ScriptProblem } from '../errors/problem.ts';

const noSavedModel = () => {
  throw new ScriptProblem(
    'TensorFlow SavedModels need the native TensorFlow library, which is not part of GenAI 101: convert the model with tensorflowjs_converter and load it with tf.loadGraphModel("file://…/model.json").',
  );
};

export const node = {
  loadSavedModel: async () => noSavedModel(),
  getMetaGraphsFromSavedModel: async () => noSavedModel(),
  getNumOfSavedModels: () => 0,
};
