/** Chapter 07, from its curves, tables, texts and sounds. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Matrix, solve } from 'ml-matrix';
import { isLawful, melodies } from '../../../src/data/melodies.ts';
import { names } from '../../../src/data/names.ts';
import { moons } from '../../../src/data/points.ts';
import { waveAt } from '../../../src/data/wave.ts';
import {
  emission,
  sounds,
  start,
  states,
  transition,
} from '../../../walkthroughs/07-probabilistic-models/figures/catLab.ts';
import { network } from '../../../walkthroughs/07-probabilistic-models/figures/networkLab.ts';
import { type FinishedRun, type Measures, mean, percent } from './measure.ts';
import { lastOf, seedOf, valuesOf } from './records.ts';

type Point = readonly [x: number, y: number];

export const probabilisticModels: Measures = {
  /** The charted log-likelihood is that of the density shown, and the new points lie where the moons are. */
  'fit-and-sample'(run) {
    const fits = valuesOf(run, 'log-likelihood');
    const falls = fits.filter((fit, i) => i > 0 && fit < (fits[i - 1] ?? 0)).length;
    const density = lastOf(run, 'matrix', 'density').values.map((row) => row.map(Number));
    const mass = density.flat().reduce((sum, each) => sum + each, 0) * 0.05 ** 2;
    const train = lastOf(run, 'points', 'learned from').points;
    const onMap = mean(train.map((point) => Math.log(densityAt(density, point))));
    const samples = lastOf(run, 'points', 'new points').points;
    const near = samples.filter((point) => distanceToMoons(point) < 0.25).length / samples.length;
    const apart = Math.abs(onMap - (fits.at(-1) ?? 0));
    return {
      measure: `${fits.length} steps, ${falls} falls; ${fits[0]?.toFixed(2)} → ${fits.at(-1)?.toFixed(2)} nats a point (${onMap.toFixed(2)} on its map, mass ${mass.toFixed(3)}); ${percent(near)} of new points on the moons`,
      reached:
        fits.length > 3 && falls === 0 && apart < 0.05 && Math.abs(mass - 1) < 0.02 && near >= 0.9,
    };
  },

  /** All 64 combinations written out, against what was eliminated; and samples that come near. */
  'bayesian-network'(run) {
    const cases: Record<string, number>[] = [
      {},
      { late: 1 },
      { late: 1, overslept: 1 },
      { late: 1, umbrella: 0 },
    ];
    const off = network.flatMap(({ name }) =>
      valuesOf(run, `P(${name})`).map((each, i) =>
        Math.abs(each - enumerated(name, cases[i] ?? {})),
      ),
    );
    const exact = enumerated('rain', { late: 1 });
    const [rejection = 1, weighting = 1] = ['rejection', 'weighting'].map((name) =>
      Math.abs((valuesOf(run, name).at(-1) ?? 1) - exact),
    );
    const mornings = lastOf(run, 'text', 'mornings drawn from the network').text.split('\n');
    return {
      measure: `${off.length} posteriors off by ${Math.max(...off).toExponential(0)}; P(rain | late) off by ${rejection.toFixed(3)} (rejection), ${weighting.toFixed(3)} (weighting); ${mornings.length} mornings`,
      reached:
        off.length === cases.length * network.length &&
        Math.max(...off) < 1e-9 &&
        Math.max(rejection, weighting) < 0.03 &&
        mornings.length === 12,
    };
  },

  /** All 3¹⁰ paths written out, against the forward algorithm and Viterbi. */
  'hidden-markov-model'(run) {
    const [heard = [], best = []] = lastOf(run, 'text', 'ten hours')
      .text.split('\n')
      .map((line) => line.split(/\s+/).slice(1));
    const indices = heard.map((sound) => (sounds as readonly string[]).indexOf(sound));
    const all = pathsOf(indices);
    const total = all.reduce((sum, { probability }) => sum + probability, 0);
    const likelihood = Math.abs((valuesOf(run, 'log-likelihood').at(-1) ?? 0) - Math.log(total));
    const belief = states.map((state, i) => {
      const ending = all.filter(({ path }) => path.at(-1) === i);
      const share = ending.reduce((sum, { probability }) => sum + probability, 0) / total;
      return Math.abs((valuesOf(run, state).at(-1) ?? 0) - share);
    });
    const highest = all.reduce((a, b) => (b.probability > a.probability ? b : a));
    const found = all.find(({ path }) => path.every((state, hour) => states[state] === best[hour]));
    const [viterbi = 0, forward = 0, alone = 0] = [
      'Viterbi',
      'the forward algorithm',
      'each sound alone',
    ].map((name) => valuesOf(run, `right by ${name}`).at(-1));
    const isBest = found !== undefined && found.probability >= highest.probability * (1 - 1e-12);
    return {
      measure: `${all.length} paths: ln P off by ${likelihood.toExponential(0)}, belief by ${Math.max(...belief).toExponential(0)}, Viterbi ${isBest ? 'is' : 'is not'} the best; right ${percent(viterbi)}, forward ${percent(forward)}, by sound ${percent(alone)}`,
      reached: isBest && likelihood < 1e-9 && Math.max(...belief) < 1e-9 && viterbi > alone + 0.01,
    };
  },

  /** Posterior and probabilities by direct solves; functions drawn that stay where they are believed to be. */
  'gaussian-process'(run) {
    const lengthScale = valuesOf(run, 'best length-scale').at(-1) ?? Number.NaN;
    const kernel: Kernel = (a, b) => Math.exp(-(((a - b) / lengthScale) ** 2) / 2);
    const posterior = lastOf(run, 'curve', 'posterior');
    const places = posterior.x.map(Number);
    const line = (name: string) => (posterior.lines[name] ?? []).map(Number);
    const seen = lastOf(run, 'points', 'points seen').points;
    const { mean: expected, deviation } = directPosterior(seen, kernel, 0.15 ** 2 + 1e-6, places);
    const upper = expected.map((each, i) => each + 2 * (deviation[i] ?? 0));
    const off = Math.max(farthest(line('mean'), expected), farthest(line('mean + 2σ'), upper));
    const marks = lastOf(run, 'points', 'above or below').points;
    const odds = (lastOf(run, 'curve', 'probability of above').lines.probability ?? []).map(Number);
    const classOff = farthest(odds, directClasses(marks, kernel, places));
    const right = places.filter((x, i) => (odds[i] ?? 0) > 0.5 === waveAt(x) > 0).length;
    const drawn = Object.values(lastOf(run, 'curve', 'functions of the posterior').lines);
    const inside = drawn.flatMap((each) =>
      each.map(
        (y, i) => Math.abs(Number(y) - (expected[i] ?? 0)) <= 2.5 * (deviation[i] ?? 0) + 0.01,
      ),
    );
    const within = inside.filter(Boolean).length / inside.length;
    return {
      measure: `length-scale ${lengthScale}; posterior off by ${off.toExponential(0)}, classes by ${classOff.toExponential(0)}, ${percent(right / places.length)} of places on the right side; ${drawn.length} functions, ${percent(within)} within 2.5 σ`,
      reached:
        off < 1e-6 &&
        classOff < 1e-4 &&
        right / places.length >= 0.8 &&
        drawn.length === 3 &&
        within >= 0.85,
    };
  },

  /** Perplexity and copies, counted anew from the same names and from the texts. */
  'markov-text'(run) {
    const known = names({ count: 2400, seed: seedOf(run) });
    const train = known.slice(0, 2000);
    const charted = valuesOf(run, 'val_perplexity');
    const off = charted.map((each, order) =>
      Math.abs(each - perplexity(train, known.slice(2000), order)),
    );
    const copies = textsByStep(run, 'names of each order').map((texts) => share(texts, train));
    const best = charted.indexOf(Math.min(...charted));
    const fresh = lastOf(run, 'text', 'new names, order 3').text.split('\n');
    return {
      measure: `held-out perplexity ${charted.map((each) => each.toFixed(1)).join(' ')}, off by ${Math.max(...off).toExponential(0)}; copies ${copies.map(percent).join(' ')}; ${fresh.length} new names, ${share(fresh, train)} copied`,
      reached:
        charted.length === 9 &&
        Math.max(...off) < 1e-6 &&
        (best === 2 || best === 3) &&
        (copies[1] ?? 1) <= 0.1 &&
        (copies[8] ?? 0) >= 0.9 &&
        fresh.length >= 30 &&
        share(fresh, train) === 0,
    };
  },

  /** New tunes take no turn that was never learned, come home, and sound as they are written. */
  'markov-melody'(run) {
    const learned = melodies({ count: 300, seed: seedOf(run) }).map((tune) =>
      tune.map(({ pitch, beats }) => `${pitch}:${beats}`).join(' '),
    );
    const copies = textsByStep(run, 'tunes of each order').map((texts) => share(texts, learned));
    const tunes = lastOf(run, 'text', 'new tunes').text.split('\n');
    const turns = new Set(learned.flatMap((tune) => triples(tune)));
    const strange = tunes.flatMap(triples).filter((turn) => !turns.has(turn)).length;
    const lawful = tunes.filter((tune) => isLawful(notesOf(tune))).length;
    const heard = tunes.map((tune, i) => heardShare(run, `new tune ${i + 1}`, notesOf(tune)));
    return {
      measure: `copies by order ${copies.map(percent).join(' ')}; ${tunes.length} new tunes, ${share(tunes, learned)} copied, ${strange} turns never learned, ${lawful} lawful; notes heard as written ${heard.map(percent).join(' ')}`,
      reached:
        tunes.length === 5 &&
        share(tunes, learned) === 0 &&
        strange === 0 &&
        lawful === 5 &&
        (copies[2] ?? 1) <= 0.05 &&
        (copies.at(-1) ?? 0) > (copies[2] ?? 1) &&
        Math.min(...heard) >= 0.95,
    };
  },
};

type Kernel = (a: number, b: number) => number;

/** Mean and standard deviation at some places, by solving the equations as they stand (LU, not Cholesky). */
function directPosterior(
  seen: readonly Point[],
  kernel: Kernel,
  noise: number,
  places: readonly number[],
): { mean: number[]; deviation: number[] } {
  const gram = new Matrix(
    seen.map(([a], i) => seen.map(([b], j) => kernel(a, b) + (i === j ? noise : 0))),
  );
  const near = new Matrix(seen.map(([x]) => places.map((place) => kernel(x, place))));
  const weights = solve(gram, Matrix.columnVector(seen.map(([, y]) => y)));
  const solved = solve(gram, near);
  return {
    mean: near.transpose().mmul(weights).to1DArray(),
    deviation: places.map((_, i) =>
      Math.sqrt(
        Math.max(
          0,
          1 -
            Matrix.mul(near, solved)
              .getColumn(i)
              .reduce((a, b) => a + b, 0),
        ),
      ),
    ),
  };
}

/** Laplace’s approximation by Newton’s method as it stands: f = K (I + W K)⁻¹ (W f + ∇). */
function directClasses(
  seen: readonly Point[],
  kernel: Kernel,
  places: readonly number[],
): number[] {
  const sigmoid = (f: number) => 1 / (1 + Math.exp(-f));
  const K = new Matrix(
    seen.map(([a], i) => seen.map(([b], j) => kernel(a, b) + (i === j ? 1e-6 : 0))),
  );
  const near = new Matrix(seen.map(([x]) => places.map((place) => kernel(x, place))));
  let f = Matrix.zeros(seen.length, 1);
  for (let step = 0; step < 50; step++) {
    const p = f.to1DArray().map(sigmoid);
    const W = Matrix.diag(p.map((each) => each * (1 - each)));
    const gradient = Matrix.columnVector(p.map((each, i) => (seen[i]?.[1] ?? 0) - each));
    const left = Matrix.add(Matrix.eye(seen.length), W.mmul(K));
    f = K.mmul(solve(left, Matrix.add(W.mmul(f), gradient)));
  }
  const p = f.to1DArray().map(sigmoid);
  const gradient = Matrix.columnVector(p.map((each, i) => (seen[i]?.[1] ?? 0) - each));
  const mean = near.transpose().mmul(gradient).to1DArray();
  const W = Matrix.diag(p.map((each) => each * (1 - each)));
  const spread = solve(Matrix.add(Matrix.eye(seen.length), W.mmul(K)), W.mmul(near));
  return places.map((_, i) => {
    const told = Matrix.mul(near, spread)
      .getColumn(i)
      .reduce((a, b) => a + b, 0);
    return sigmoid((mean[i] ?? 0) / Math.sqrt(1 + (Math.PI * (1 - told)) / 8));
  });
}

/** P(asked = yes | seen), by adding up all combinations of all variables. */
function enumerated(asked: string, seen: Record<string, number>): number {
  let [yes, all] = [0, 0];
  for (let code = 0; code < 2 ** network.length; code++) {
    const values = Object.fromEntries(network.map(({ name }, i) => [name, (code >> i) & 1]));
    if (Object.entries(seen).some(([name, value]) => values[name] !== value)) continue;
    const joint = network.reduce((product, { name, parents, yes: table }) => {
      const row = Number.parseInt(`0${parents.map((parent) => values[parent]).join('')}`, 2);
      const p = table[row] ?? Number.NaN;
      return product * (values[name] === 1 ? p : 1 - p);
    }, 1);
    all += joint;
    if (values[asked] === 1) yes += joint;
  }
  return yes / all;
}

/** Every path of states, with the probability that it is taken and these sounds are heard. */
function pathsOf(heard: readonly number[]): { path: number[]; probability: number }[] {
  let paths = [{ path: [] as number[], probability: 1 }];
  for (const sound of heard) {
    paths = paths.flatMap(({ path, probability }) =>
      states.map((_, state) => {
        const before = path.at(-1);
        const step = before === undefined ? start[state] : transition[before]?.[state];
        const fits = emission[state]?.[sound] ?? Number.NaN;
        return { path: [...path, state], probability: probability * (step ?? Number.NaN) * fits };
      }),
    );
  }
  return paths;
}

/** Counted as the script says it counts, with a tenth added for each of 27 letters; written another way. */
function perplexity(train: readonly string[], test: readonly string[], order: number): number {
  const pairs = (name: string) => {
    const padded = `${'.'.repeat(order)}${name}.`;
    return Array.from(
      { length: padded.length - order },
      (_, i) => [padded.slice(i, i + order), padded[i + order]] as const,
    );
  };
  const seen = new Map<string, number>();
  const add = (key: string) => seen.set(key, (seen.get(key) ?? 0) + 1);
  for (const [context, next] of train.flatMap(pairs)) {
    add(`${context}|`);
    add(`${context}|${next}`);
  }
  const losses = test.flatMap(pairs).map(([context, next]) => {
    const all = seen.get(`${context}|`) ?? 0;
    return -Math.log(((seen.get(`${context}|${next}`) ?? 0) + 0.1) / (all + 2.7));
  });
  return Math.exp(mean(losses));
}

/** What was shown under a name, step by step, in lines. */
function textsByStep({ records }: FinishedRun, name: string): string[][] {
  return records.flatMap((record) =>
    record.type === 'text' && record.name === name ? [record.text.split('\n')] : [],
  );
}

/** Share of the texts that are known. */
function share(texts: readonly string[], known: readonly string[]): number {
  const all = new Set(known);
  return texts.filter((text) => all.has(text)).length / texts.length;
}

/** Three in a row: what a chain of order 2 has learned; the first notes and the end count too. */
function triples(tune: string): string[] {
  const notes = ['', '', ...tune.split(' '), 'end'];
  return notes.slice(2).map((note, i) => `${notes[i]} ${notes[i + 1]} ${note}`);
}

function notesOf(tune: string): { pitch: number; beats: number }[] {
  return tune.split(' ').map((note) => {
    const [pitch = 0, beats = 0] = note.split(':').map(Number);
    return { pitch, beats };
  });
}

/** Share of the notes whose own frequency is the loudest of all semitones two octaves around it. */
function heardShare(run: FinishedRun, name: string, notes: ReturnType<typeof notesOf>): number {
  const { file, sampleRate } = lastOf(run, 'audio', name);
  const wave = readFileSync(path.join(run.folder, file));
  const sound = Array.from({ length: (wave.length - 44) / 2 }, (_, i) =>
    wave.readInt16LE(44 + 2 * i),
  );
  let at = 0;
  const heard = notes.filter(({ pitch, beats }) => {
    const length = Math.round(beats * 0.4 * sampleRate);
    const part = sound.slice(at, at + length);
    at += length;
    const loudness = Array.from({ length: 25 }, (_, i) => power(part, pitch - 12 + i, sampleRate));
    return loudness.indexOf(Math.max(...loudness)) === 12;
  });
  return at === sound.length ? heard.length / notes.length : 0;
}

/** Power of a sound at a pitch (MIDI number): its correlation with a cosine and a sine. */
function power(sound: readonly number[], pitch: number, sampleRate: number): number {
  const angle = (2 * Math.PI * 440 * 2 ** ((pitch - 69) / 12)) / sampleRate;
  const sum = (wave: (x: number) => number) =>
    sound.reduce((all, sample, i) => all + sample * wave(angle * i), 0);
  return sum(Math.cos) ** 2 + sum(Math.sin) ** 2;
}

/** Between the four places around it; the grid runs from −1.5 to 1.5, its first row at the top. */
function densityAt(grid: readonly (readonly number[])[], [x, y]: Point): number {
  const [column, row] = [(x + 1.5) / 0.05, (1.5 - y) / 0.05];
  const [left, top] = [Math.floor(column), Math.floor(row)];
  const [right, down] = [column - left, row - top];
  const at = (i: number, j: number) => grid[i]?.[j] ?? 0;
  const upper = at(top, left) * (1 - right) + at(top, left + 1) * right;
  const lower = at(top + 1, left) * (1 - right) + at(top + 1, left + 1) * right;
  return upper * (1 - down) + lower * down;
}

const onMoons = moons({ count: 1000, seed: 771_007, noise: 0 }).points;

function distanceToMoons([x, y]: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < onMoons.length; i += 2) {
    least = Math.min(least, Math.hypot(x - (onMoons[i] ?? 0), y - (onMoons[i + 1] ?? 0)));
  }
  return least;
}

function farthest(a: readonly number[], b: readonly number[]): number {
  return Math.max(...b.map((each, i) => Math.abs(each - (a[i] ?? Number.NaN))));
}
