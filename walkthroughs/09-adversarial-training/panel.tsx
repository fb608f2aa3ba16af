/** The panel of chapter 09: one figure for each concept. */
import { mountPanel } from '../../src/webview/panel/mountPanel.tsx';
import { chapter } from './chapter.ts';
import { Drawing } from './figures/drawing.tsx';
import { Failing } from './figures/failing.tsx';
import { Game } from './figures/game.tsx';
import { Styles } from './figures/styles.tsx';

mountPanel(chapter, {
  'adversarial-game': Game,
  'image-gan': Drawing,
  'controlled-styles': Styles,
  'mode-collapse': Failing,
});
