/** The measures of every chapter; each has a file of its own. */
import { adversarialTraining } from './adversarialTraining.ts';
import { autoencoders } from './autoencoders.ts';
import { diffusion } from './diffusion.ts';
import { evaluationMetrics } from './evaluationMetrics.ts';
import { hyperparameters } from './hyperparameters.ts';
import { hyperparameterTuning } from './hyperparameterTuning.ts';
import { languageModels } from './languageModels.ts';
import type { Measures } from './measure.ts';
import { neuralNetworks } from './neuralNetworks.ts';
import { overfitting } from './overfitting.ts';
import { preprocessing } from './preprocessing.ts';
import { probabilisticModels } from './probabilisticModels.ts';
import { transferLearning } from './transferLearning.ts';
import { typesOfLearning } from './typesOfLearning.ts';

export const measures: Measures = {
  ...adversarialTraining,
  ...autoencoders,
  ...diffusion,
  ...evaluationMetrics,
  ...hyperparameters,
  ...hyperparameterTuning,
  ...languageModels,
  ...neuralNetworks,
  ...preprocessing,
  ...overfitting,
  ...probabilisticModels,
  ...transferLearning,
  ...typesOfLearning,
};
