/** The small recurrent network that the figure trains, letter by letter, on invented names. */
import { names } from '../../../src/data/names.ts';
import { Random } from '../../../src/data/random.ts';
import type { LineData } from '../../../src/webview/kit/chartData.ts';
import { softmax } from '../../../src/webview/kit/network/classifier.ts';
import { Dense } from '../../../src/webview/kit/network/dense.ts';
import { Gru } from '../../../src/webview/kit/network/gru.ts';

/** The dot stands before and after a name. */
export const ALPHABET = '.abcdefghijklmnopqrstuvwxyz';
export const UNITS = 24;
/** Letters of the longest name that is written. */
export const LONGEST = 14;
const LETTERS = ALPHABET.length;
const SEED = 1;
const BATCH = 8;
const RATE = 0.01;
const TRAINED = 1500;
const TESTED = 60;
/** Steps between two points of the curve. */
const MEASURE_EVERY = 50;

const known = names({ count: TRAINED + TESTED, seed: SEED });
const trainingNames = known.slice(0, TRAINED);
const testNames = known.slice(TRAINED);
const inTraining = new Set(trainingNames);

/** One letter read and what the network expects after it. */
export interface ReadStep {
  letter: string;
  /** [UNITS], -1 to 1. */
  memory: Float32Array;
  /** [UNITS], 0 to 1: how much of the old memory stays. */
  keep: Float32Array;
  /** [letters of ALPHABET]; their softmax are the probabilities. */
  logits: Float32Array;
}

export class NameModel {
  #gru = new Gru(LETTERS, UNITS, new Random(SEED));
  #output = new Dense(UNITS, LETTERS, 'linear', new Random(SEED + 1));
  #random = new Random(SEED);
  #steps = 0;
  #curve: LineData = { xs: [], ys: [] };

  /** Perplexity on names it never learned from, by step. */
  get curve(): LineData {
    return { xs: [...this.#curve.xs], ys: [...this.#curve.ys] };
  }

  /** Back to the first weights: the same seed replays the same steps. */
  begin(): void {
    this.#gru = new Gru(LETTERS, UNITS, new Random(SEED));
    this.#output = new Dense(UNITS, LETTERS, 'linear', new Random(SEED + 1));
    this.#random = new Random(SEED);
    this.#steps = 0;
    this.#curve = { xs: [], ys: [] };
  }

  /** One step of Adam on a few names. */
  learn(): void {
    if (this.#steps % MEASURE_EVERY === 0) this.#measure();
    for (let b = 0; b < BATCH; b++) {
      const { gradient, steps } = this.#answer(this.#random.pick(trainingNames));
      const scaled = gradient.map((value) => value / BATCH);
      this.#gru.backward(this.#output.backward(scaled, steps));
    }
    this.#gru.update(RATE);
    this.#output.update(RATE);
    this.#steps++;
  }

  /** Reads a text after the dot that stands before it. */
  read(text: string): ReadStep[] {
    let before: Float32Array = new Float32Array(UNITS);
    return [...`.${text}`].map((letter) => {
      const step = this.#gru.step(codeOf(letter), before);
      before = step.after;
      const logits = this.#output.forward(before, 1).slice(0, LETTERS);
      return { letter, memory: before, keep: step.z, logits };
    });
  }

  /** Goes on from a beginning, each letter drawn from what is expected, until a dot is drawn. */
  write(start: string, temperature: number, random: Random): string {
    let text = start;
    let memory: Float32Array = new Float32Array(UNITS);
    const read = (letter: string) => {
      memory = this.#gru.step(codeOf(letter), memory).after;
    };
    for (const letter of `.${start}`) read(letter);
    while (text.length < LONGEST) {
      const logits = this.#output.forward(memory, 1).slice(0, LETTERS);
      const letter = drawLetter(probabilities(logits, temperature), random);
      if (letter === '.') break;
      text += letter;
      read(letter);
    }
    return text;
  }

  perplexity(): number {
    const answers = testNames.map((name) => this.#answer(name));
    const loss = answers.reduce((sum, answer) => sum + answer.loss, 0);
    return Math.exp(loss / answers.reduce((sum, { steps }) => sum + steps, 0));
  }

  #measure(): void {
    this.#curve.xs.push(this.#steps);
    this.#curve.ys.push(this.perplexity());
  }

  /** Loss of a whole name in nats, and how it changes with each logit. */
  #answer(name: string): { loss: number; gradient: Float32Array; steps: number } {
    const letters = [...`.${name}`].map(codeOf);
    const steps = letters.length;
    const logits = this.#output.forward(this.#gru.forward(letters), steps);
    const gradient = logits.slice(0, steps * LETTERS);
    let loss = 0;
    for (let t = 0; t < steps; t++) {
      const odds = gradient.subarray(t * LETTERS, (t + 1) * LETTERS);
      softmax(odds);
      const next = letters[t + 1] ?? 0; // the dot, after the last letter
      loss -= Math.log(Math.max(1e-9, odds[next] ?? 0));
      odds[next] = (odds[next] ?? 0) - 1;
    }
    return { loss, gradient, steps };
  }
}

/** softmax(logits / temperature) */
export function probabilities(logits: Float32Array, temperature: number): Float32Array {
  const odds = logits.map((logit) => logit / temperature);
  softmax(odds);
  return odds;
}

export function drawLetter(odds: Float32Array, random: Random): string {
  let left = random.next();
  const at = odds.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return ALPHABET[Math.max(0, at)] ?? '.';
}

export function isKnown(name: string): boolean {
  return inTraining.has(name);
}

/** Which letter follows which, counted in the training names; measured on the same names as the network. */
export function bigramPerplexity(): number {
  const counts = new Float32Array(LETTERS * LETTERS).fill(1); // none is impossible
  for (const [from, to] of trainingNames.flatMap(pairs)) {
    counts[from * LETTERS + to] = (counts[from * LETTERS + to] ?? 0) + 1;
  }
  const tested = testNames.flatMap(pairs);
  const loss = tested.reduce((sum, [from, to]) => {
    const row = counts.subarray(from * LETTERS, (from + 1) * LETTERS);
    return sum - Math.log((row[to] ?? 0) / row.reduce((all, count) => all + count, 0));
  }, 0);
  return Math.exp(loss / tested.length);
}

function pairs(name: string): [from: number, to: number][] {
  return [...`${name}.`].map((next, i) => [codeOf(name[i - 1] ?? '.'), codeOf(next)]);
}

function codeOf(letter: string): number {
  return Math.max(0, ALPHABET.indexOf(letter));
}
