/** What the learner did, chapter by chapter, and what is missing. */
import type { ChapterOutline } from '../../curriculum/chapter.ts';
import {
  type ConceptPlace,
  type Course,
  conceptName,
  exampleName,
  examples,
  examplesOf,
  exerciseName,
  exercises,
} from '../../curriculum/course.ts';
import {
  answeredMark,
  countDone,
  isDone,
  type Mark,
  openedMark,
  ranMark,
  solvedMark,
} from '../../curriculum/progress.ts';
import type { ChapterDone, MissingIdea, Tally } from '../../protocol/certificate.ts';

type Marks = ReadonlySet<Mark>;

export function chaptersDone(course: Course, marks: Marks): ChapterDone[] {
  return course.map((chapter) => chapterDone(chapter, marks));
}

function chapterDone(chapter: ChapterOutline, marks: Marks): ChapterDone {
  const { number, title, concepts } = chapter;
  const tasks = exercises([chapter]);
  const questions = concepts.flatMap(({ quiz }) => quiz);
  return {
    number,
    title,
    ideas: { done: countDone(chapter, marks), all: concepts.length },
    exercises: tally(tasks.map(solvedMark), marks),
    questions: tally(
      questions.map((question) => answeredMark(chapter.id, question.id)),
      marks,
    ),
    examples: tally(
      examples([chapter]).map((place) => ranMark(exampleName(place))),
      marks,
    ),
    missing: concepts
      .map((concept) => ({ chapter, concept }))
      .filter((place) => !isDone(place, marks))
      .map((place) => missingIdea(place, marks)),
    unsolved: tasks
      .filter((place) => !marks.has(solvedMark(place)))
      .map((place) => ({ exercise: exerciseName(place), title: place.exercise.title })),
  };
}

function tally(wanted: readonly Mark[], marks: Marks): Tally {
  return { done: wanted.filter((mark) => marks.has(mark)).length, all: wanted.length };
}

function missingIdea(place: ConceptPlace, marks: Marks): MissingIdea {
  const { chapter, concept } = place;
  const [main] = examplesOf(place);
  const example = main && exampleName(main);
  const open = concept.quiz.filter(({ id }) => !marks.has(answeredMark(chapter.id, id)));
  return {
    concept: conceptName(place),
    title: concept.title,
    unopened: !marks.has(openedMark(place)),
    ...(example && !marks.has(ranMark(example)) ? { example } : {}),
    questions: open.length,
  };
}
