/** The learning curve: networks trained on more and more images of each letter, in three ways. */
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { BATCH, Learner, RATE } from './learner.ts';
import { batchesOf, fewLetters, type LetterSet, testLetters } from './letterSet.ts';

/** Images of each letter. */
export const COUNTS = [1, 2, 5, 10, 20, 50] as const;
export const ways = ['from scratch', 'frozen', 'fine-tuned'] as const;
export type Way = (typeof ways)[number];

/** Steps of training for each network. */
const STEPS = 240;
/** A fine-tuned network first learns this long with its first layer frozen. */
const FROZEN_STEPS = 120;
const SLOW = RATE / 3;

export interface Trained {
  training: number;
  test: number;
}

interface Job {
  count: number;
  way: Way;
}

const jobs: readonly Job[] = COUNTS.flatMap((count) => ways.map((way) => ({ count, way })));

export class CurveLab {
  readonly trainer: Trainer;
  /** By way and count, of the networks that are done. */
  results = new Map<string, Trained>();
  #done = 0;
  #learner: Learner | undefined;
  #few: LetterSet = fewLetters(1);
  #next = batchesOf(this.#few, BATCH, 1);

  constructor() {
    this.trainer = new Trainer({
      train: () => this.#train(),
      reset: () => {
        this.results = new Map();
        this.#done = 0;
      },
      limit: jobs.length * STEPS,
    });
  }

  result(way: Way, count: number): Trained | undefined {
    return this.results.get(`${way} ${count}`);
  }

  /** What is being trained, for people. */
  get now(): string {
    const job = jobs[Math.floor(this.#done / STEPS)];
    return job ? `${job.way}, ${job.count} of each letter` : 'done';
  }

  #train(): void {
    const job = jobs[Math.floor(this.#done / STEPS)];
    if (!job) return;
    const step = this.#done % STEPS;
    if (step === 0) this.#begin(job);
    const learner = this.#learner;
    if (!learner) return;
    const tuning = job.way === 'fine-tuned' && step >= FROZEN_STEPS;
    if (tuning) learner.locks = [];
    learner.train(this.#next(), tuning ? SLOW : RATE);
    this.#done++;
    if (step === STEPS - 1) this.#finish(job, learner);
  }

  #begin({ count, way }: Job): void {
    this.#few = fewLetters(count);
    this.#next = batchesOf(this.#few, BATCH, 10);
    this.#learner = way === 'from scratch' ? new Learner(0) : new Learner(1, [true]);
  }

  #finish({ count, way }: Job, learner: Learner): void {
    const result = {
      training: learner.accuracy(this.#few),
      test: learner.accuracy(testLetters()),
    };
    this.results = new Map(this.results).set(`${way} ${count}`, result);
  }
}
