import assert from 'node:assert/strict';
import { type ConceptPlace, findConcept } from '../../../src/curriculum/course.ts';
import {
  answeredMark,
  countDone,
  isDone,
  isStarted,
  type Mark,
  marksOf,
  openedMark,
  ranMark,
} from '../../../src/curriculum/progress.ts';
import { course } from '../../../walkthroughs/course.ts';

describe('progress', () => {
  const place = findConcept(course, 'autoencoders.latent-space') as ConceptPlace;

  it('asks of a concept to be opened, its main example run, and its questions answered', () => {
    assert.deepEqual(marksOf(place), [
      'opened:autoencoders.latent-space',
      'ran:autoencoders/latent-space.ts',
      'answered:autoencoders.latent-holes',
      'answered:autoencoders.latent-random',
      'answered:autoencoders.latent-near',
    ]);
  });

  it('counts a concept as done when nothing is missing', () => {
    const marks = new Set<Mark>([
      openedMark(place),
      ranMark('autoencoders/latent-space.ts'),
      ...place.concept.quiz.map((question) => answeredMark('autoencoders', question.id)),
    ]);
    assert.equal(isDone(place, marks), true);
    assert.equal(countDone(place.chapter, marks), 1);
    marks.delete(ranMark('autoencoders/latent-space.ts'));
    assert.equal(isDone(place, marks), false);
    assert.equal(isStarted(place, marks), true);
  });

  it('has nothing started without marks', () => {
    assert.equal(isStarted(place, new Set()), false);
    assert.equal(countDone(place.chapter, new Set()), 0);
  });
});
