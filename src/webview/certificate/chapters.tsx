/** What was done, and what is missing, with links that open it. */
import type { ChapterDone, MissingIdea, Tally } from '../../protocol/certificate.ts';
import { DataTable } from '../kit/dataTable.tsx';
import { plural } from '../kit/format.ts';
import { post } from './store.ts';
import { isComplete, resultWords, total } from './words.ts';

export function Chapters({ chapters }: { chapters: readonly ChapterDone[] }) {
  const ideas = total(chapters, 'ideas');
  const first = chapters.find(({ missing }) => missing.length > 0);
  const open = chapters.filter(({ missing, unsolved }) => missing.length + unsolved.length > 0);
  return (
    <section class="chapters" aria-label="What is missing">
      <h2>
        {isComplete(ideas)
          ? 'Every idea is done'
          : `Still to do: ${plural(ideas.all - ideas.done, 'idea')} of ${ideas.all}`}
      </h2>
      <p class="muted">
        An idea is done once its figure was opened, its main example ran to its end, and its
        questions are answered. Exercises are counted beside.
      </p>
      {open.map((chapter) => (
        <Chapter key={chapter.number} chapter={chapter} open={chapter === first} />
      ))}
      <Table chapters={chapters} />
    </section>
  );
}

function Chapter({ chapter, open }: { chapter: ChapterDone; open: boolean }) {
  const { number, title, ideas, exercises, missing, unsolved } = chapter;
  return (
    <details open={open}>
      <summary>
        {number} {title}{' '}
        <span class="muted">
          {of(ideas)} ideas, {of(exercises)} exercises
        </span>
      </summary>
      <ul>
        {missing.map((idea) => (
          <Idea key={idea.concept} idea={idea} />
        ))}
        {unsolved.map((each) => (
          <li key={each.exercise}>
            Exercise <Open what="exercise" name={each.exercise} label={each.title} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Idea({ idea }: { idea: MissingIdea }) {
  const { concept, title, unopened, example, questions } = idea;
  const file = example?.split('/').at(-1) ?? '';
  return (
    <li>
      <Open what="concept" name={concept} label={title} />
      {unopened && ' · look at its figure'}
      {example && (
        <>
          {' · run '}
          <Open what="example" name={example} label={file} />
        </>
      )}
      {questions > 0 && ` · answer ${plural(questions, 'question')}`}
    </li>
  );
}

interface OpenProps {
  what: 'concept' | 'example' | 'exercise';
  name: string;
  label: string;
}

function Open({ what, name, label }: OpenProps) {
  return (
    <button type="button" class="link" onClick={() => post({ type: 'open', what, name })}>
      {label}
    </button>
  );
}

function Table({ chapters }: { chapters: readonly ChapterDone[] }) {
  const rows = chapters.map((chapter) => [
    `${chapter.number} ${chapter.title}`,
    of(chapter.ideas),
    of(chapter.exercises),
    of(chapter.questions),
    of(chapter.examples),
    chapter.result
      ? `${resultWords(chapter)} (${chapter.result.example}, seed ${chapter.result.seed})`
      : '',
  ]);
  const columns = ['chapter', 'ideas', 'exercises', 'questions', 'examples run', 'newest result'];
  return (
    <DataTable
      summary="All of it in one table"
      caption="What the certificate counts"
      columns={columns}
      rows={rows}
    />
  );
}

function of({ done, all }: Tally): string {
  return `${done} of ${all}`;
}
