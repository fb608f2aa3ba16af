/** Finding one's way in the course: names of concepts and examples, and where they lead. */
import type { ChapterOutline, Example } from './chapter.ts';
import type { ExerciseOutline } from './exercise.ts';

export type Course = readonly ChapterOutline[];

/** A concept with the chapter it is in. */
export interface ConceptPlace<C extends ChapterOutline = ChapterOutline> {
  chapter: C;
  concept: C['concepts'][number];
}

/** An example with the chapter it is in. */
export interface ExamplePlace {
  chapter: ChapterOutline;
  example: Example;
}

/** An exercise with the chapter it is in. */
export interface ExercisePlace {
  chapter: ChapterOutline;
  exercise: ExerciseOutline;
}

/** 'autoencoders.denoising': the name of a concept in links and in what is stored. */
export function conceptName({ chapter, concept }: ConceptPlace): string {
  return `${chapter.id}.${concept.id}`;
}

/** 'autoencoders/denoising.ts': the name of an example in links and in what is stored. */
export function exampleName({ chapter, example }: ExamplePlace): string {
  return `${chapter.id}/${example.file}`;
}

export function findChapter(course: Course, id: string): ChapterOutline | undefined {
  return course.find((chapter) => chapter.id === id);
}

export function findConcept<C extends ChapterOutline>(
  course: readonly C[],
  name: string,
): ConceptPlace<C> | undefined {
  return concepts(course).find((place) => conceptName(place) === name);
}

export function findExample(course: Course, name: string): ExamplePlace | undefined {
  return examples(course).find((place) => exampleName(place) === name);
}

export function concepts<C extends ChapterOutline>(course: readonly C[]): ConceptPlace<C>[] {
  return course.flatMap((chapter) => chapter.concepts.map((concept) => ({ chapter, concept })));
}

export function examples(course: Course): ExamplePlace[] {
  return course.flatMap((chapter) => chapter.examples.map((example) => ({ chapter, example })));
}

export function exercises(course: Course): ExercisePlace[] {
  return course.flatMap((chapter) => chapter.exercises.map((exercise) => ({ chapter, exercise })));
}

/** 'autoencoders/denoise': the name of an exercise in links and in what is stored. */
export function exerciseName({ chapter, exercise }: ExercisePlace): string {
  return `${chapter.id}/${exercise.id}`;
}

export function findExercise(course: Course, name: string): ExercisePlace | undefined {
  return exercises(course).find((place) => exerciseName(place) === name);
}

/** The examples of a concept, in the concept's order. */
export function examplesOf({ chapter, concept }: ConceptPlace): ExamplePlace[] {
  return concept.examples.flatMap((file) => {
    const example = chapter.examples.find((each) => each.file === file);
    return example ? { chapter, example } : [];
  });
}

/** The concept that `Explain` opens for an example. */
export function conceptOf({ chapter, example }: ExamplePlace): ConceptPlace | undefined {
  const concept = chapter.concepts.find((each) => each.id === example.concept);
  return concept && { chapter, concept };
}
