/** Chapter 12, from the curves, maps and texts of its runs. */
import { verses, verseWords } from '../../../src/data/verses.ts';
import type { RunRecord } from '../../../src/protocol/record.ts';
import { type FinishedRun, type Measures, percent } from './measure.ts';
import { lastOf, lastValueOf } from './records.ts';

export const languageModels: Measures = {
  /** Counting and gradient descent agree, with each other and with a count of our own. */
  bigram(run) {
    const { train, validation } = corpus(run, 1000);
    const own = pairPerplexity(train.join('\n\n'), validation.join('\n\n'));
    const learned = lastValueOf(run, 'perplexity');
    return {
      measure: `perplexity ${learned.toFixed(2)}, counted here ${own.toFixed(2)}`,
      reached: Math.abs(learned / own - 1) < 0.02,
    };
  },

  attention(run) {
    const map = run.records.findLast((record) => record.type === 'matrix');
    const mass = map?.type === 'matrix' ? massOnAnswers(map) : 0;
    const right = rightAnswers(lastOf(run, 'text', 'answers').text);
    return {
      measure: `${percent(mass)} of the attention on the right place, ${percent(right)} of answers right`,
      reached: mass >= 0.9 && right >= 0.95,
    };
  },

  'tiny-gpt'(run) {
    const { train, validation } = corpus(run, 1000);
    const pairs = pairPerplexity(train.join('\n\n'), validation.join('\n\n'));
    const perplexity = lastValueOf(run, 'perplexity');
    const written = lastOf(run, 'text', '24 verses').text;
    const lines = written.split('\n').filter(Boolean);
    const words = written.match(/[a-z]+/g) ?? [];
    const known = verseWords();
    const spelled = words.filter((word) => known.has(word)).length / words.length;
    const old = new Set(train.flatMap((verse) => verse.split('\n')));
    const fresh = lines.filter((line) => !old.has(line)).length / lines.length;
    const long = lines.filter(({ length }) => length >= 18 && length <= 48).length / lines.length;
    return {
      measure: `perplexity ${perplexity.toFixed(2)}, of pairs ${pairs.toFixed(2)}; ${percent(spelled)} real words, ${percent(fresh)} new lines, ${percent(long)} of lines as long as verses`,
      reached: perplexity <= pairs / 2 && spelled >= 0.9 && fresh >= 0.8 && long >= 0.9,
    };
  },
};

function corpus(run: FinishedRun, count: number) {
  const started = run.records.find((record) => record.type === 'start');
  const all = verses({ count: count + 100, seed: started?.type === 'start' ? started.seed : 1 });
  return { train: all.slice(0, count), validation: all.slice(count) };
}

/** Counts of pairs of characters, 1 added to each of the 31 that may follow. */
export function pairPerplexity(train: string, test: string): number {
  const counts = new Map<string, number>();
  const seen = (key: string) => counts.get(key) ?? 0;
  for (let i = 1; i < train.length; i++) {
    for (const key of [train.slice(i - 1, i + 1), train.charAt(i - 1)]) {
      counts.set(key, seen(key) + 1);
    }
  }
  let surprise = 0;
  for (let i = 1; i < test.length; i++) {
    const odds = (seen(test.slice(i - 1, i + 1)) + 1) / (seen(test.charAt(i - 1)) + 31);
    surprise -= Math.log(odds);
  }
  return Math.exp(surprise / (test.length - 1));
}

/** Mean weight that each question (row 'c?') gives to the place that holds its answer (column 'c3'). */
function massOnAnswers(map: Extract<RunRecord, { type: 'matrix' }>): number {
  const columns = map.columns ?? [];
  const masses = (map.rows ?? []).flatMap((row, i) => {
    if (!row.endsWith('?')) return [];
    const right = columns.findIndex((column) => column[0] === row[0] && !column.endsWith('?'));
    return [Number(map.values[i]?.[right])];
  });
  return masses.reduce((sum, mass) => sum + mass, 0) / masses.length;
}

/** Of 'c?=3', how many name the digit that stands with the letter in the same line. */
export function rightAnswers(text: string): number {
  const judged = text.split('\n').flatMap((line) => {
    const told = new Map(
      [...line.matchAll(/([a-z])(\d)/g)].map(([, letter, digit]) => [letter, digit]),
    );
    const asked = [...line.matchAll(/([a-z])\?=(\d)/g)];
    return asked.map(([, letter, digit]) => told.get(letter) === digit);
  });
  return judged.filter(Boolean).length / judged.length;
}
