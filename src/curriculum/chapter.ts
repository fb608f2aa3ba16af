/** What a chapter of the course is. Data only; the manifest, the tree, the panels and the tests are computed from it. */
import type { Exercise, ExerciseOutline } from './exercise.ts';

/** What the extension host has to know of a chapter: names, no texts. */
export interface ChapterOutline {
  /** For example 'autoencoders'; stable, it is part of what is stored about progress. */
  id: string;
  number: number;
  /** Folder below walkthroughs/, for example '08-autoencoders'. */
  folder: string;
  title: string;
  /** One sentence, shown on the Welcome page and in the tree's tooltip. */
  description: string;
  concepts: readonly ConceptOutline[];
  examples: readonly Example[];
  exercises: readonly ExerciseOutline[];
}

export interface ConceptOutline {
  id: string;
  title: string;
  /** File names of the example scripts that show it, the main one first. */
  examples: readonly string[];
  step: Pick<Step, 'button'>;
  quiz: readonly QuestionOutline[];
}

export interface QuestionOutline {
  id: string;
  answers: readonly Pick<Answer, 'correct'>[];
}

export interface Chapter extends ChapterOutline {
  concepts: readonly Concept[];
  exercises: readonly Exercise[];
}

export interface Concept extends ConceptOutline {
  step: Step;
  quiz: readonly Question[];
}

/** The walkthrough step that names the concept. */
export interface Step {
  /** Shown beside the picture: at most 120 words, Markdown without links; the button is added from `button`. */
  text: string;
  /** Theme-aware SVG beside the chapter.ts. */
  image: string;
  alt: string;
  button: { label: string; opens: 'panel' | 'example' };
}

/** A shipped script. Title, sentence, time and result are read from its header. */
export interface Example {
  /** File name, for example 'autoencoder.ts'. */
  file: string;
  /** The concept that `Explain` opens. */
  concept: string;
}

export interface Question extends QuestionOutline {
  prompt: string;
  answers: readonly Answer[];
}

export interface Answer {
  text: string;
  correct: boolean;
  /** Why it is right, or which misconception it comes from. */
  reason: string;
}

/** Type-checks a chapter without widening it. */
export function defineChapter<const C extends Chapter>(chapter: C): C {
  return chapter;
}

/** A chapter without its texts: a tenth of its size. */
export function outlineOf(chapter: Chapter): ChapterOutline {
  const { id, number, folder, title, description, examples } = chapter;
  const concepts = chapter.concepts.map((concept) => ({
    id: concept.id,
    title: concept.title,
    examples: concept.examples,
    step: { button: concept.step.button },
    quiz: concept.quiz.map((question) => ({
      id: question.id,
      answers: question.answers.map(({ correct }) => ({ correct })),
    })),
  }));
  const exercises = chapter.exercises.map(({ id, title, concept, task }) => ({
    id,
    title,
    concept,
    task,
  }));
  return { id, number, folder, title, description, concepts, examples, exercises };
}
