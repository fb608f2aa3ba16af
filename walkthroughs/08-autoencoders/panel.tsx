/** The panel of chapter 08: one figure for each concept. */
import { mountPanel } from '../../src/webview/panel/mountPanel.tsx';
import { chapter } from './chapter.ts';
import { Anomaly } from './figures/anomaly.tsx';
import { Bottleneck } from './figures/bottleneck.tsx';
import { Denoising } from './figures/denoising.tsx';
import { Latent } from './figures/latent.tsx';
import { Variational } from './figures/variational.tsx';

mountPanel(chapter, {
  bottleneck: Bottleneck,
  denoising: Denoising,
  'anomaly-detection': Anomaly,
  'latent-space': Latent,
  'variational-autoencoder': Variational,
});
