/** The chapters in order. */
import { chapter as typesOfLearning } from './01-types-of-learning/chapter.ts';
import { chapter as neuralNetworks } from './02-neural-networks/chapter.ts';
import { chapter as overfitting } from './03-overfitting-and-underfitting/chapter.ts';
import { chapter as hyperparameterTuning } from './04-hyperparameter-tuning/chapter.ts';
import { chapter as preprocessing } from './05-data-preprocessing/chapter.ts';
import { chapter as evaluationMetrics } from './06-evaluation-metrics/chapter.ts';
import { chapter as probabilisticModels } from './07-probabilistic-models/chapter.ts';
import { chapter as autoencoders } from './08-autoencoders/chapter.ts';
import { chapter as adversarialTraining } from './09-adversarial-training/chapter.ts';
import { chapter as transferLearning } from './10-transfer-learning/chapter.ts';
import { chapter as diffusion } from './11-diffusion/chapter.ts';
import { chapter as languageModels } from './12-language-models/chapter.ts';

export const course = [
  typesOfLearning,
  neuralNetworks,
  overfitting,
  hyperparameterTuning,
  preprocessing,
  evaluationMetrics,
  probabilisticModels,
  autoencoders,
  adversarialTraining,
  transferLearning,
  diffusion,
  languageModels,
] as const;
