/** The panel of chapter 03: one figure for each concept. */
import { mountPanel } from '../../src/webview/panel/mountPanel.tsx';
import { chapter } from './chapter.ts';
import { Augmentation } from './figures/augmentation.tsx';
import { EarlyStopping } from './figures/earlyStopping.tsx';
import { Fit } from './figures/fit.tsx';
import { Regularization } from './figures/regularization.tsx';

mountPanel(chapter, {
  fit: Fit,
  regularization: Regularization,
  'early-stopping': EarlyStopping,
  'augmentation-remedy': Augmentation,
});
