/** The panel of chapter 05: one figure for each concept. */
import { mountPanel } from '../../src/webview/panel/mountPanel.tsx';
import { chapter } from './chapter.ts';
import { Augmentation } from './figures/augmentation.tsx';
import { Cleaning } from './figures/cleaning.tsx';
import { Components } from './figures/components.tsx';
import { Generation } from './figures/generation.tsx';
import { Missing } from './figures/missing.tsx';
import './figures/preprocessing.css';
import { Scaling } from './figures/scaling.tsx';

mountPanel(chapter, {
  scaling: Scaling,
  'missing-values': Missing,
  cleaning: Cleaning,
  'principal-components': Components,
  augmentation: Augmentation,
  'augmentation-for-generation': Generation,
});
