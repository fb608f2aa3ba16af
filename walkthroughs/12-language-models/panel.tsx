/** The panel of chapter 12: one figure for each concept. */
import { mountPanel } from '../../src/webview/panel/mountPanel.tsx';
import { chapter } from './chapter.ts';
import { Attention } from './figures/attention.tsx';
import { Blocks } from './figures/blocks.tsx';
import { Sampling } from './figures/sampling.tsx';
import { Tokens } from './figures/tokens.tsx';
import './figures/figures.css';

mountPanel(chapter, {
  'next-token': Tokens,
  attention: Attention,
  'tiny-gpt': Blocks,
  sampling: Sampling,
});
