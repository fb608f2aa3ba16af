/** The panel of chapter 11: one figure for each concept. */
import { mountPanel } from '../../src/webview/panel/mountPanel.tsx';
import { chapter } from './chapter.ts';
import { FewerSteps } from './figures/fewerSteps.tsx';
import { Forward } from './figures/forward.tsx';
import { Guidance } from './figures/guidance.tsx';
import { Reverse } from './figures/reverse.tsx';

mountPanel(chapter, {
  'forward-process': Forward,
  'reverse-process': Reverse,
  'fewer-steps': FewerSteps,
  guidance: Guidance,
});
