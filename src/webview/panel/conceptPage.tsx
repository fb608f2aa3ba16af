/** One concept: what it is, its figure, its examples, its quiz. */
import type { ComponentType } from 'preact';
import type { Concept } from '../../curriculum/chapter.ts';
import { Markdown } from '../kit/markdown.tsx';
import { Quiz } from '../kit/quiz.tsx';
import { Examples } from './examples.tsx';
import type { PanelState } from './state.ts';

interface Props {
  concept: Concept;
  next: Concept | undefined;
  Figure: ComponentType | undefined;
  state: PanelState;
}

export function ConceptPage({ concept, next, Figure, state }: Props) {
  return (
    <>
      <section class="lesson">
        <h1>{concept.title}</h1>
        <Markdown text={concept.step.text} />
        <Examples files={concept.examples} state={state} />
      </section>
      <figure class="figure" aria-label={`${concept.title}: figure to try`}>
        {Figure && <Figure />}
      </figure>
      <section class="check">
        <h2>Check yourself</h2>
        <Quiz
          questions={concept.quiz}
          answers={state.answers.value}
          onAnswer={(answer) => state.answer(answer)}
        />
        {next && (
          <button type="button" class="next" onClick={() => state.show(next.id)}>
            Next: {next.title}
          </button>
        )}
      </section>
    </>
  );
}
