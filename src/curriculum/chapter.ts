/** What a chapter of the course is. Data only; the manifest, the tree, the panels and the tests are computed from it. */
import type { Exercise } from './exercise.ts';

export interface Chapter {
  /** For example 'autoencoders'; stable, it is part of what is stored about progress. */
  id: string;
  number: number;
  /** Folder below walkthroughs/, for example '08-autoencoders'. */
  folder: string;
  title: string;
  /** One sentence, shown on the Welcome page and in the tree's tooltip. */
  description: string;
  concepts: readonly Concept[];
  examples: readonly Example[];
  exercises: readonly Exercise[];
}

export interface Concept {
  id: string;
  title: string;
  /** The walkthrough step that names the concept. */
  step: {
    /** Shown beside the picture: at most 120 words, Markdown without links; the button is added from `button`. */
    text: string;
    /** Theme-aware SVG beside the chapter.ts. */
    image: string;
    alt: string;
    button: { label: string; opens: 'panel' | 'example' };
  };
  /** File names of the example scripts that show it, the main one first. */
  examples: readonly string[];
  quiz: readonly Question[];
}

/** A shipped script. Title, sentence, time and result are read from its header. */
export interface Example {
  /** File name, for example 'autoencoder.ts'. */
  file: string;
  /** The concept that `Explain` opens. */
  concept: string;
}

export interface Question {
  id: string;
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
