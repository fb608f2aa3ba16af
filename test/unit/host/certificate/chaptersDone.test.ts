import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { concepts, exercises, findExample } from '../../../../src/curriculum/course.ts';
import {
  answeredMark,
  type Mark,
  marksOf,
  solvedMark,
} from '../../../../src/curriculum/progress.ts';
import { chaptersDone } from '../../../../src/host/certificate/chaptersDone.ts';
import { firstPicture, pictureExample } from '../../../../src/host/certificate/suggestion.ts';
import { course } from '../../../../walkthroughs/course.ts';

const everything = new Set<Mark>([
  ...concepts(course).flatMap(marksOf),
  ...exercises(course).map(solvedMark),
]);
const [chapter] = course;
const [concept] = chapter.concepts;
const place = { chapter, concept };

describe('what a certificate counts', () => {
  it('is nothing without marks, and all ideas and exercises are missing', () => {
    for (const [i, done] of chaptersDone(course, new Set()).entries()) {
      assert.deepEqual(done.ideas, { done: 0, all: course[i]?.concepts.length });
      assert.equal(done.missing.length, done.ideas.all);
      assert.equal(done.unsolved.length, done.exercises.all);
    }
  });

  it('lacks nothing once every mark is there', () => {
    for (const { ideas, exercises, questions, missing, unsolved } of chaptersDone(
      course,
      everything,
    )) {
      for (const { done, all } of [ideas, exercises, questions]) assert.equal(done, all);
      assert.deepEqual([missing, unsolved], [[], []]);
    }
  });

  it('names of an idea just what it lacks: here one question', () => {
    const [question] = concept.quiz;
    const marks = new Set(everything);
    marks.delete(answeredMark(chapter.id, question.id));
    const [done] = chaptersDone(course, marks);
    assert.deepEqual(done?.missing, [
      {
        concept: `${chapter.id}.${concept.id}`,
        title: concept.title,
        unopened: false,
        questions: 1,
      },
    ]);
    assert.deepEqual(done?.ideas, {
      done: chapter.concepts.length - 1,
      all: chapter.concepts.length,
    });
  });

  it('does not count an idea of which only the figure was opened', () => {
    const [opened] = marksOf(place);
    const [done] = chaptersDone(course, new Set(opened ? [opened] : []));
    assert.equal(done?.ideas.done, 0);
    assert.equal(done?.missing[0]?.unopened, false);
    assert.equal(done?.missing[0]?.example, `${chapter.id}/${concept.examples[0]}`);
  });

  it('goes by the course it is given, whatever its number of chapters', () => {
    assert.equal(chaptersDone(course.slice(0, 1), everything).length, 1);
    assert.deepEqual(chaptersDone([], everything), []);
    assert.equal(pictureExample([]), undefined);
  });
});

describe('the example suggested for a first picture', () => {
  it('is in the course, and shows images', () => {
    const found = findExample(course, firstPicture);
    assert.ok(found);
    const file = `walkthroughs/${found.chapter.folder}/${found.example.file}`;
    assert.match(readFileSync(file, 'utf8'), /showImages\(/);
    assert.equal(pictureExample(course)?.example, firstPicture);
  });
});
