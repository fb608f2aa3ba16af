/** The panel of chapter 10: one figure for each concept. */
import { mountPanel } from '../../src/webview/panel/mountPanel.tsx';
import { chapter } from './chapter.ts';
import { FineTuning } from './figures/fineTuning.tsx';
import { Generator } from './figures/generator.tsx';
import { LearningCurve } from './figures/learningCurve.tsx';
import { Locks } from './figures/locks.tsx';
import './figures/transfer.css';

mountPanel(chapter, {
  'feature-extractor': Locks,
  'fine-tuning': FineTuning,
  'little-data': LearningCurve,
  'transfer-generation': Generator,
});
