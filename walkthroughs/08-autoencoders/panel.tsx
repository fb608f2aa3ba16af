/** The panel of chapter 08: one figure for each concept. */
import { mountPanel } from '../../src/webview/panel/mountPanel.tsx';
import { chapter } from './chapter.ts';
import { Bottleneck } from './figures/bottleneck.tsx';

mountPanel(chapter, {
  bottleneck: Bottleneck,
});
