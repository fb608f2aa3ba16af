import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  conceptName,
  conceptOf,
  concepts,
  exampleName,
  examples,
  examplesOf,
  findConcept,
  findExample,
} from '../../../src/curriculum/course.ts';
import { course } from '../../../walkthroughs/course.ts';

const folderOf = (chapter: string) => path.join('walkthroughs', chapter);

describe('the course', () => {
  it('lists chapters in order, each with names of its own', () => {
    const numbers = course.map((chapter) => chapter.number);
    assert.deepEqual(
      numbers,
      [...numbers].sort((a, b) => a - b),
    );
    assert.equal(new Set(course.map((chapter) => chapter.id)).size, course.length);
    assert.equal(new Set(concepts(course).map(conceptName)).size, concepts(course).length);
  });

  it('finds each concept and example by its name', () => {
    for (const place of concepts(course)) {
      assert.deepEqual(findConcept(course, conceptName(place)), place);
    }
    for (const place of examples(course)) {
      assert.deepEqual(findExample(course, exampleName(place)), place);
    }
    assert.equal(findConcept(course, 'autoencoders.nothing'), undefined);
    assert.equal(findExample(course, 'nothing/autoencoder.ts'), undefined);
  });

  it('leads from each example to a concept of its chapter, and back', () => {
    for (const place of examples(course)) {
      const concept = conceptOf(place);
      assert.ok(concept, `${exampleName(place)} names no concept`);
      assert.ok(
        examplesOf(concept).some((each) => each.example === place.example),
        `${conceptName(concept)} does not list ${place.example.file}`,
      );
    }
  });

  it('names only examples that the chapter has', () => {
    for (const place of concepts(course)) {
      assert.equal(examplesOf(place).length, place.concept.examples.length, conceptName(place));
    }
  });

  it('keeps a step within 120 words and without links', () => {
    for (const place of concepts(course)) {
      const { text } = place.concept.step;
      const words = text.split(/\s+/).length;
      assert.ok(words <= 120, `${conceptName(place)} has ${words} words`);
      assert.doesNotMatch(text, /\]\(/, conceptName(place));
    }
  });

  it('has a picture for each step and a script for each example', () => {
    for (const { chapter, concept } of concepts(course)) {
      const file = path.join(folderOf(chapter.folder), concept.step.image);
      assert.ok(existsSync(file), `${file} is missing`);
    }
    for (const { chapter, example } of examples(course)) {
      const file = path.join(folderOf(chapter.folder), example.file);
      assert.ok(existsSync(file), `${file} is missing`);
    }
  });

  it('has one right answer to each question, and a reason for each answer', () => {
    for (const { concept } of concepts(course)) {
      for (const question of concept.quiz) {
        assert.equal(question.answers.filter((answer) => answer.correct).length, 1, question.id);
        assert.ok(
          question.answers.every((answer) => answer.reason.length > 20),
          question.id,
        );
      }
    }
  });
});
