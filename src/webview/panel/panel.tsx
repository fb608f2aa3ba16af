/** A chapter's panel: its concepts as tabs, one of them on show. */
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Chapter, Concept } from '../../curriculum/chapter.ts';
import { ConceptPage } from './conceptPage.tsx';
import type { PanelState } from './state.ts';
import { Tabs } from './tabs.tsx';

interface Props {
  chapter: Chapter;
  figures: Record<string, ComponentType>;
  state: PanelState;
}

export function Panel({ chapter, figures, state }: Props) {
  const concept = shownConcept(chapter, state.conceptId.value);
  const conceptId = concept?.id;

  // A new concept starts at its top.
  useEffect(() => window.scrollTo(0, 0), [conceptId]);

  if (!state.ready.value || !concept) return <p class="loading muted">Opening the chapter…</p>;
  const index = chapter.concepts.indexOf(concept);
  return (
    <div class="panel">
      <header>
        <p class="chapter muted">
          Chapter {chapter.number} · {chapter.title}
        </p>
        <Tabs concepts={chapter.concepts} shown={concept} state={state} />
      </header>
      <div class="concept" id="concept" role="tabpanel" aria-labelledby={`tab-${concept.id}`}>
        <ConceptPage
          key={concept.id}
          concept={concept}
          next={chapter.concepts[index + 1]}
          Figure={figures[concept.id]}
          state={state}
        />
      </div>
    </div>
  );
}

function shownConcept(chapter: Chapter, id: string): Concept | undefined {
  return chapter.concepts.find((concept) => concept.id === id) ?? chapter.concepts[0];
}
