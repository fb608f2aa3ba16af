/** The wires between the host and the certificate's page: what the learner did, and what may go on the sheet. */

/** How many of all. */
export interface Tally {
  done: number;
  all: number;
}

/** What an idea still asks for. */
export interface MissingIdea {
  /** 'autoencoders.denoising' */
  concept: string;
  title: string;
  /** Its figure was not opened yet. */
  unopened: boolean;
  /** Name of the example that was not run to its end yet. */
  example?: string;
  /** Questions without a right answer so far. */
  questions: number;
}

/** The newest run of a chapter's examples that came to its end: one number of it, as the script called it. */
export interface ChapterResult {
  /** File name of the example. */
  example: string;
  metric: string;
  value: number;
  seed: number;
}

/** One chapter, as far as the learner has come. */
export interface ChapterDone {
  number: number;
  title: string;
  ideas: Tally;
  exercises: Tally;
  questions: Tally;
  examples: Tally;
  result?: ChapterResult;
  missing: MissingIdea[];
  unsolved: { exercise: string; title: string }[];
}

/** A picture that a script of the learner reported: the last one of its name in a run. */
export interface RunPicture {
  /** The run and the sample's name; stable. */
  id: string;
  /** Title of the script. */
  title: string;
  /** File name of the script. */
  script: string;
  /** Name of the sample. */
  name: string;
  step: number;
  seed: number;
  /** Size of one tile in pixels. */
  width: number;
  height: number;
  columns: number;
  count: number;
  /** The address under which the page may load it. */
  uri: string;
}

export type HostToCertificate = {
  type: 'snapshot';
  /** As the learner wrote it last. */
  name: string;
  /** Id of the picture chosen last; empty for the newest. */
  chosen: string;
  chapters: ChapterDone[];
  /** Newest first. */
  pictures: RunPicture[];
  /** An example that draws one, and its name in the course. */
  suggestion: { example: string; title: string } | undefined;
};

export type CertificateToHost =
  | { type: 'ready' }
  /** Stays on this computer. */
  | { type: 'keep'; name: string; chosen: string }
  | { type: 'open'; what: 'concept' | 'example' | 'exercise'; name: string }
  | { type: 'runExample'; example: string }
  | { type: 'saveSvg'; suggestedName: string; svg: string }
  | { type: 'savePng'; suggestedName: string; png: Uint8Array };
