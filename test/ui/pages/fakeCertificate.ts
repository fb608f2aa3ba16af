/** A made-up learner, on the way or at the end of the course as it is. */
import { concepts, exercises } from '../../../src/curriculum/course.ts';
import { type Mark, marksOf, solvedMark } from '../../../src/curriculum/progress.ts';
import { chaptersDone } from '../../../src/host/certificate/chaptersDone.ts';
import { pictureExample } from '../../../src/host/certificate/suggestion.ts';
import type { HostToCertificate, RunPicture } from '../../../src/protocol/certificate.ts';
import { course } from '../../../walkthroughs/course.ts';
import { runFile } from './harness.ts';

/** @param part of the course that is done, from 0 to 1 */
export function fakeCertificate(
  part: number,
  change: Partial<HostToCertificate> = {},
): HostToCertificate {
  const all = concepts(course);
  const tasks = exercises(course);
  const marks = new Set<Mark>([
    ...all.slice(0, Math.round(part * all.length)).flatMap(marksOf),
    ...tasks.slice(0, Math.round(part * tasks.length)).map(solvedMark),
  ]);
  const chapters = chaptersDone(course, marks).map((chapter, i) => {
    if (chapter.examples.done === 0) return chapter;
    const result = { example: 'an-example.ts', metric: 'val psnr', value: 20 + i / 7, seed: 1 };
    return { ...chapter, result };
  });
  return {
    type: 'snapshot',
    name: 'Ada Lovelace',
    chosen: '',
    chapters,
    pictures: [fakePicture(900), fakePicture(400, 5), fakePicture(100, 10)],
    suggestion: pictureExample(course),
    ...change,
  };
}

export function fakePicture(step: number, columns = 8): RunPicture {
  const { width, height } = { width: 28, height: 28 };
  const file = `samples/digits/${String(step).padStart(6, '0')}.png`;
  return {
    id: `run-${step} samples`,
    title: 'A variational autoencoder',
    script: 'variational-autoencoder.ts',
    name: 'samples',
    step,
    seed: 42,
    width,
    height,
    columns,
    count: 16,
    uri: runFile(file),
  };
}
