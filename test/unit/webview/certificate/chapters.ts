import type { ChapterDone, RunPicture } from '../../../../src/protocol/certificate.ts';

export function chapter(number: number, done: number, all = 4): ChapterDone {
  const tally = { done, all };
  return {
    number,
    title: `Chapter ${number}`,
    ideas: tally,
    exercises: tally,
    questions: tally,
    examples: tally,
    missing: [],
    unsolved: [],
  };
}

export const picture: RunPicture = {
  id: 'run-1 samples',
  title: 'A variational autoencoder',
  script: 'variational-autoencoder.ts',
  name: 'samples',
  step: 1200,
  seed: 42,
  width: 28,
  height: 28,
  columns: 2,
  count: 4,
  uri: 'https://example.test/a.png',
};
