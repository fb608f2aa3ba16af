/** The panel of chapter 07: one figure for each concept. */
import { mountPanel } from '../../src/webview/panel/mountPanel.tsx';
import { chapter } from './chapter.ts';
import { Markov } from './figures/markov.tsx';
import { MixtureFigure } from './figures/mixture.tsx';
import './figures/probabilistic.css';

mountPanel(chapter, {
  distributions: MixtureFigure,
  'markov-chains': Markov,
});
