/**
 * A hidden Markov model
 * Learns nothing: from the sounds behind a door it works out what the cat was doing, hour by hour.
 *
 * Data:   ten hours, and 1,000 more, of a cat that we make up: its states, and the sounds they make
 * Expect: about 1 second; the best path is right more often than a guess from each sound alone
 * Try:    make the cat restless: 0.34, 0.33, 0.33 in each row of `transition`. What is the past worth now?
 */
import * as tf from '@tensorflow/tfjs-node';
import { log, showMatrix, showText } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const shortNight = 10; // hours: few enough to look at each
const longNight = 1000; // hours to count right answers in

// Data -------------------------------------------------------------------------------------------
const states = ['asleep', 'playing', 'hungry']; // hidden: nobody sees the cat
const sounds = ['quiet', 'thump', 'meow']; // what is heard

// Model ------------------------------------------------------------------------------------------
const start = [0.6, 0.2, 0.2]; // P(first state)
// P(next state | state): from the row's state to the column's
const transition = [
  [0.85, 0.05, 0.1],
  [0.1, 0.8, 0.1],
  [0.1, 0.05, 0.85],
];
// P(sound | state)
const emission = [
  [0.6, 0.2, 0.2],
  [0.2, 0.6, 0.2],
  [0.2, 0.2, 0.6],
];
const heard = (state: number, sound = 0) => emission[state]?.[sound] ?? 0;
const goes = (from: number, to: number) => transition[from]?.[to] ?? 0;
const every = states.map((_, state) => state); // 0, 1, 2

/** One of 0, 1, 2, by these probabilities. */
const draw = (odds: number[]) =>
  tf.tidy(() => tf.multinomial(tf.log(odds) as tf.Tensor1D, 1).dataSync()[0] ?? 0);

/** Generates: the states are a Markov chain, and each makes a sound. */
function sample(hours: number): { hidden: number[]; heardSounds: number[] } {
  const hidden: number[] = [];
  for (let hour = 0; hour < hours; hour++) {
    hidden.push(draw(transition[hidden.at(-1) ?? -1] ?? start));
  }
  return { hidden, heardSounds: hidden.map((state) => draw(emission[state] ?? [])) };
}

/** Forward algorithm: P(state | sounds so far) of each hour, and ln P(all sounds so far). */
function forward(heardSounds: number[]): { filtered: number[]; logLikelihood: number }[] {
  let [before, logLikelihood]: [number[] | undefined, number] = [undefined, 0];
  return heardSounds.map((sound) => {
    // Where it may have come from, then how well the sound fits.
    const joint = every.map((state) => {
      const come = before?.reduce((sum, p, from) => sum + p * goes(from, state), 0);
      return (come ?? start[state] ?? 0) * heard(state, sound);
    });
    const total = joint.reduce((sum, p) => sum + p, 0); // P(sound | sounds before)
    before = joint.map((p) => p / total);
    logLikelihood += Math.log(total);
    return { filtered: before, logLikelihood };
  });
}

/** Viterbi: the one path through the states that is most probable. Only the best way to each state is kept. */
function viterbi(heardSounds: number[]): number[] {
  let scores = every.map((state) => Math.log((start[state] ?? 0) * heard(state, heardSounds[0])));
  const cameFrom: number[][] = []; // by hour from the second on: the best state before each state
  for (const sound of heardSounds.slice(1)) {
    const ways = every.map((state) =>
      scores.map((score, from) => score + Math.log(goes(from, state))),
    );
    cameFrom.push(ways.map((way) => way.indexOf(Math.max(...way))));
    scores = ways.map((way, state) => Math.max(...way) + Math.log(heard(state, sound)));
  }
  const path = [scores.indexOf(Math.max(...scores))]; // the best end, and back from there
  for (const back of cameFrom.reverse()) path.unshift(back[path[0] ?? 0] ?? 0);
  return path;
}

// Training ---------------------------------------------------------------------------------------
// Nothing is trained: the tables are given. The belief changes with each sound.
const night = sample(shortNight);
const beliefs = forward(night.heardSounds);
for (const [hour, { filtered, logLikelihood }] of beliefs.entries()) {
  const named = Object.fromEntries(states.map((state, i) => [state, filtered[i] ?? 0]));
  await log({ ...named, 'log-likelihood': logLikelihood }, hour + 1, shortNight);
}

// Result -----------------------------------------------------------------------------------------
const words = (names: string[], numbers: number[]) => numbers.map((i) => names[i]).join(' ');
const lines = [
  `heard:   ${words(sounds, night.heardSounds)}`,
  `Viterbi: ${words(states, viterbi(night.heardSounds))}`,
  `truth:   ${words(states, night.hidden)}`,
];
showText('ten hours', lines.join('\n'), { step: shortNight });
const trellis = every.map((state) => beliefs.map(({ filtered }) => filtered[state] ?? 0));
const columns = night.heardSounds.map((sound, hour) => `${hour + 1} ${sounds[sound]}`);
showMatrix('belief, hour by hour', trellis, { step: shortNight, rows: states, columns });

const { hidden, heardSounds } = sample(longNight);
const right = (guesses: number[]) =>
  guesses.filter((g, hour) => g === hidden[hour]).length / longNight;
const likeliest = (odds: number[]) => odds.indexOf(Math.max(...odds));
await log({
  'right by Viterbi': right(viterbi(heardSounds)),
  'right by the forward algorithm': right(forward(heardSounds).map((b) => likeliest(b.filtered))),
  'right by each sound alone': right(
    heardSounds.map((s) => likeliest(every.map((i) => heard(i, s)))),
  ),
});
