/** The panel of chapter 01: one figure for each concept. */
import { mountPanel } from '../../src/webview/panel/mountPanel.tsx';
import { chapter } from './chapter.ts';
import { Agent } from './figures/agent.tsx';
import { Art } from './figures/art.tsx';
import { ClassifierFigure } from './figures/classifier.tsx';
import { Clusters } from './figures/clusters.tsx';
import { Labelled } from './figures/labelled.tsx';
import { Levels } from './figures/levels.tsx';
import './figures/figures.css';

mountPanel(chapter, {
  supervised: ClassifierFigure,
  'generate-by-label': Labelled,
  clusters: Clusters,
  'novel-art': Art,
  reinforcement: Agent,
  'level-generator': Levels,
});
