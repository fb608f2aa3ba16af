/** The concepts of the chapter; arrow keys move between them. */
import type { Concept } from '../../curriculum/chapter.ts';
import type { PanelState } from './state.ts';

interface Props {
  concepts: readonly Concept[];
  shown: Concept;
  state: PanelState;
}

export function Tabs({ concepts, shown, state }: Props) {
  const move = (event: KeyboardEvent) => {
    const next = neighbour(concepts, concepts.indexOf(shown), event.key);
    if (!next) return;
    event.preventDefault();
    state.show(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Concepts of this chapter" onKeyDown={move}>
      {concepts.map((concept, i) => (
        <button
          key={concept.id}
          type="button"
          role="tab"
          id={`tab-${concept.id}`}
          aria-selected={concept === shown}
          aria-controls="concept"
          tabIndex={concept === shown ? 0 : -1}
          title={concept.title}
          onClick={() => state.show(concept.id)}
        >
          <span class="number" aria-hidden="true">
            {isAnswered(concept, state) ? '✓' : i + 1}
          </span>
          <span class="title">{concept.title}</span>
          {isAnswered(concept, state) && <span class="spoken">, quiz answered</span>}
        </button>
      ))}
    </div>
  );
}

function isAnswered(concept: Concept, state: PanelState): boolean {
  return concept.quiz.every((question) => state.answers.value.get(question.id)?.correct);
}

function neighbour(concepts: readonly Concept[], index: number, key: string): Concept | undefined {
  const last = concepts.length - 1;
  if (key === 'ArrowRight') return concepts[index === last ? 0 : index + 1];
  if (key === 'ArrowLeft') return concepts[index === 0 ? last : index - 1];
  if (key === 'Home') return concepts[0];
  if (key === 'End') return concepts[last];
  return undefined;
}
