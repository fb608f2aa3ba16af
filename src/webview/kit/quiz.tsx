/** Questions with one right answer each; every answer says why. */
import type { Answer, Question } from '../../curriculum/chapter.ts';
import type { QuizAnswer } from '../../protocol/views.ts';

interface Props {
  questions: readonly Question[];
  answers: ReadonlyMap<string, QuizAnswer>;
  onAnswer: (answer: QuizAnswer) => void;
}

export function Quiz({ questions, answers, onAnswer }: Props) {
  return (
    <div class="quiz">
      {questions.map((question, i) => (
        <QuestionBox
          key={question.id}
          number={i + 1}
          question={question}
          chosen={answers.get(question.id)?.chosen}
          onChoose={(chosen) =>
            onAnswer({
              questionId: question.id,
              chosen,
              correct: question.answers[chosen]?.correct ?? false,
            })
          }
        />
      ))}
    </div>
  );
}

interface BoxProps {
  number: number;
  question: Question;
  chosen: number | undefined;
  onChoose: (index: number) => void;
}

function QuestionBox({ number, question, chosen, onChoose }: BoxProps) {
  const answer = chosen === undefined ? undefined : question.answers[chosen];
  return (
    <fieldset>
      <legend>
        <span class="muted">{number}.</span> {question.prompt}
      </legend>
      {question.answers.map((candidate, i) => (
        <label key={candidate.text} class={i === chosen ? outcome(candidate) : ''}>
          <input
            type="radio"
            name={question.id}
            checked={i === chosen}
            onChange={() => onChoose(i)}
          />
          <span>{candidate.text}</span>
        </label>
      ))}
      <p class={`reason ${answer ? outcome(answer) : 'open muted'}`} aria-live="polite">
        {answer ? (
          <Reason answer={answer} />
        ) : (
          'Choose an answer; it says why it is right or wrong.'
        )}
      </p>
    </fieldset>
  );
}

function Reason({ answer }: { answer: Answer }) {
  return (
    <>
      <strong>{answer.correct ? '✓ Right. ' : '✗ Not quite. '}</strong>
      {answer.reason}
    </>
  );
}

function outcome(answer: Answer): string {
  return answer.correct ? 'right' : 'wrong';
}
