/** The panel of chapter 02: one figure for each concept. */
import { mountPanel } from '../../src/webview/panel/mountPanel.tsx';
import { chapter } from './chapter.ts';
import { Convolution } from './figures/convolution.tsx';
import './figures/figures.css';
import { Generate } from './figures/generate.tsx';
import { Perceptron } from './figures/perceptron.tsx';
import { Recurrent } from './figures/recurrent.tsx';

mountPanel(chapter, {
  neurons: Perceptron,
  convolution: Convolution,
  recurrence: Recurrent,
  generation: Generate,
});
