/** The panel of chapter 04: one figure for each concept. */
import { mountPanel } from '../../src/webview/panel/mountPanel.tsx';
import { chapter } from './chapter.ts';
import { Bayesian } from './figures/bayesian.tsx';
import { Genetic } from './figures/genetic.tsx';
import { GradientBased } from './figures/gradientBased.tsx';
import { GridSearch, RandomSearch } from './figures/gridAndRandom.tsx';
import { LearningRate } from './figures/learningRate.tsx';

mountPanel(chapter, {
  hyperparameters: LearningRate,
  'grid-search': GridSearch,
  'random-search': RandomSearch,
  'bayesian-optimization': Bayesian,
  'genetic-search': Genetic,
  'gradient-based-tuning': GradientBased,
});
