/** The panel of chapter 06: one figure for each concept. */
import { mountPanel } from '../../src/webview/panel/mountPanel.tsx';
import { chapter } from './chapter.ts';
import { Choosing } from './figures/choosing.tsx';
import { Classification } from './figures/classification.tsx';
import './figures/evaluation.css';
import { Generative } from './figures/generative.tsx';
import { Similarity } from './figures/similarity.tsx';

mountPanel(chapter, {
  classification: Classification,
  'image-similarity': Similarity,
  generative: Generative,
  choosing: Choosing,
});
