/** What counts as done, computed from the few things that are remembered. */
import type { ChapterOutline } from './chapter.ts';
import {
  type ConceptPlace,
  conceptName,
  type ExercisePlace,
  exampleName,
  examplesOf,
  exerciseName,
} from './course.ts';

/**
 * Something a learner did, once: opened the concept, opened their copy of the example, ran it to its end,
 * answered the question rightly, passed the exercise's check.
 */
export type Mark = `${'opened' | 'copied' | 'ran' | 'answered' | 'solved'}:${string}`;

export function openedMark(place: ConceptPlace): Mark {
  return `opened:${conceptName(place)}`;
}

export function ranMark(example: string): Mark {
  return `ran:${example}`;
}

export function copiedMark(example: string): Mark {
  return `copied:${example}`;
}

export function answeredMark(chapterId: string, questionId: string): Mark {
  return `answered:${chapterId}.${questionId}`;
}

export function solvedMark(place: ExercisePlace): Mark {
  return `solved:${exerciseName(place)}`;
}

/** What a concept asks for: its panel opened, its main example run, its questions answered. */
export function marksOf(place: ConceptPlace): Mark[] {
  const [main] = examplesOf(place);
  return [
    openedMark(place),
    ...(main ? [ranMark(exampleName(main))] : []),
    ...place.concept.quiz.map((question) => answeredMark(place.chapter.id, question.id)),
  ];
}

export function isDone(place: ConceptPlace, marks: ReadonlySet<Mark>): boolean {
  return marksOf(place).every((mark) => marks.has(mark));
}

export function isStarted(place: ConceptPlace, marks: ReadonlySet<Mark>): boolean {
  return marksOf(place).some((mark) => marks.has(mark));
}

export function countDone(chapter: ChapterOutline, marks: ReadonlySet<Mark>): number {
  return chapter.concepts.filter((concept) => isDone({ chapter, concept }, marks)).length;
}
