/** The panel of chapter 07: one figure for each concept. */
import { mountPanel } from '../../src/webview/panel/mountPanel.tsx';
import { chapter } from './chapter.ts';
import { HiddenMarkov } from './figures/hiddenMarkov.tsx';
import { Markov } from './figures/markov.tsx';
import { MixtureFigure } from './figures/mixture.tsx';
import { BayesianNetwork } from './figures/network.tsx';
import { GaussianProcess } from './figures/process.tsx';
import './figures/probabilistic.css';

mountPanel(chapter, {
  distributions: MixtureFigure,
  'bayesian-networks': BayesianNetwork,
  'markov-chains': Markov,
  'hidden-markov-model': HiddenMarkov,
  'gaussian-processes': GaussianProcess,
});
