import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Chapter } from '../../../src/curriculum/chapter.ts';
import { course } from '../../../walkthroughs/course.ts';

const walkthroughs = path.resolve(import.meta.dirname, '../../../walkthroughs');

const chapters: readonly Chapter[] = course;

for (const chapter of chapters) {
  describe(`the texts of chapter ${chapter.number}, ${chapter.title}`, () => {
    for (const concept of chapter.concepts) {
      it(`${concept.id}: at most 120 words, a picture with a description, a button led by a verb`, () => {
        const words = concept.step.text.split(/\s+/).length;
        assert.ok(words <= 120, `${words} words`);
        assert.ok(existsSync(path.join(walkthroughs, chapter.folder, concept.step.image)));
        assert.ok(concept.step.alt.length > 40);
        assert.match(concept.step.button.label, /^[A-Z][a-z]+ /);
      });

      it(`${concept.id}: two or three questions, one right answer each, a reason with every answer`, () => {
        assert.ok(concept.quiz.length >= 2 && concept.quiz.length <= 3);
        for (const question of concept.quiz) {
          const right = question.answers.filter((answer) => answer.correct);
          assert.equal(right.length, 1, question.id);
          assert.ok(question.answers.length >= 3, question.id);
          for (const answer of question.answers) assert.ok(answer.reason.length > 20, answer.text);
          assert.equal(
            new Set(question.answers.map(({ text }) => text)).size,
            question.answers.length,
          );
        }
      });

      it(`${concept.id}: names examples that exist and that the chapter lists`, () => {
        for (const file of concept.examples) {
          assert.ok(existsSync(path.join(walkthroughs, chapter.folder, file)), file);
          assert.ok(
            chapter.examples.some((example) => example.file === file),
            file,
          );
        }
      });
    }

    it('no question id is used twice, and the right answer is not always at the same place', () => {
      const questions = chapter.concepts.flatMap((concept) => [...concept.quiz]);
      assert.equal(new Set(questions.map(({ id }) => id)).size, questions.length);
      const places = questions.map(({ answers }) => answers.findIndex(({ correct }) => correct));
      assert.ok(new Set(places).size > 2);
    });
  });
}
