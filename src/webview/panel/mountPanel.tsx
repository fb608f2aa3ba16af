/** Puts a chapter's panel on its page. Each chapter's panel.tsx calls this once. */
import type { ComponentType } from 'preact';
import type { Chapter } from '../../curriculum/chapter.ts';
import type { HostToPanel, PanelToHost } from '../../protocol/views.ts';
import '../kit/kit.css';
import '../kit/figure.css';
import { FigureContext } from '../kit/figureHost.ts';
import { mount } from '../kit/mount.ts';
import { connect } from '../kit/vscode.ts';
import { Panel } from './panel.tsx';
import './panel.css';
import { PanelState } from './state.ts';

/** @param figures the interactive figure of each concept, by the concept's id. */
export function mountPanel(chapter: Chapter, figures: Record<string, ComponentType>): void {
  const host = connect<HostToPanel, PanelToHost>((message) => state.receive(message));
  const state = new PanelState(host.post);
  mount(
    <FigureContext.Provider value={state}>
      <Panel chapter={chapter} figures={figures} state={state} />
    </FigureContext.Provider>,
  );
  host.post({ type: 'ready' });
}
