/**
 * A Markov chain that composes
 * Learns which note follows the last few, by counting, and composes tunes to listen to.
 *
 * Data:   300 tunes in C major, made by rules: phrases that come home to C
 * Expect: about 3 seconds; five new tunes to hear, beside one of those it learned from
 * Try:    order = 1, then 6: tunes that wander, then tunes that quote whole phrases
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showAudio, showText } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const order = 2; // notes that the chain looks back
const mostNotes = 8; // orders from 0 to this are compared
const composed = 100; // tunes of each order
const secondsPerBeat = 0.4; // 150 beats a minute
const sampleRate = 22_050; // numbers in a second of sound

// Data -------------------------------------------------------------------------------------------
/** A pitch (MIDI number: 60 is the middle C) and a length in beats, as one word: '60:1.5'. */
type Word = string;
const tunes: Word[][] = data
  .melodies({ count: 300 })
  .map((tune) => tune.map(({ pitch, beats }) => `${pitch}:${beats}`));
const END = 'end'; // follows the last note

// Model ------------------------------------------------------------------------------------------
/** By context, the last notes: all notes that ever came next. One that came twice is in the list twice. */
type Chain = Map<string, Word[]>;

/** The last notes as a key; fewer at the beginning of a tune. */
const contextOf = (notes: Word[], order: number) => notes.slice(-order || notes.length).join(' ');

function learn(tunes: Word[][], order: number): Chain {
  const chain: Chain = new Map();
  for (const tune of tunes) {
    [...tune, END].forEach((next, i) => {
      const context = contextOf(tune.slice(0, i), order);
      const choices = chain.get(context) ?? [];
      choices.push(next);
      chain.set(context, choices);
    });
  }
  return chain;
}

/** A tune, each note picked from those that followed the same context. */
function compose(chain: Chain, order: number): Word[] {
  const tune: Word[] = [];
  for (;;) {
    const choices = chain.get(contextOf(tune, order)) ?? [END];
    const next = choices[Math.floor(Math.random() * choices.length)] ?? END;
    if (next === END) return tune;
    tune.push(next);
  }
}

/** A plucked string, roughly: a tone and two overtones that die away. [samples] */
function tone(pitch: number, seconds: number): tf.Tensor1D {
  const frequency = 440 * 2 ** ((pitch - 69) / 12); // in hertz; twelve semitones are an octave
  const samples = Math.round(seconds * sampleRate);
  return tf.tidy(() => {
    const time = tf.range(0, samples).div(sampleRate); // in seconds
    const overtones = [1, 2, 3].map((n) =>
      time
        .mul(2 * Math.PI * frequency * n)
        .sin()
        .div(2 * n ** 2),
    );
    const attack = time.mul(100).minimum(1); // a hundredth of a second
    const release = tf.scalar(seconds).sub(time).mul(50).minimum(1); // no click at the end
    return tf.addN(overtones).mul(time.mul(-3).exp()).mul(attack).mul(release) as tf.Tensor1D;
  });
}

/** All notes of a tune, one after the other. */
function render(tune: Word[]): tf.Tensor1D {
  const notes = tune.map((word) => word.split(':').map(Number));
  return tf.tidy(() =>
    tf.concat(notes.map(([pitch = 60, beats = 1]) => tone(pitch, beats * secondsPerBeat))),
  );
}

// Training ---------------------------------------------------------------------------------------
const known = new Set(tunes.map((tune) => tune.join(' ')));
for (let notes = 0; notes <= mostNotes; notes++) {
  const chain = learn(tunes, notes);
  const made = Array.from({ length: composed }, () => compose(chain, notes));
  const copied = made.filter((tune) => known.has(tune.join(' '))).length / composed;
  // One choice means: nothing but what one tune did, note for note.
  const choices = [...chain.values()].map((next) => new Set(next).size);
  const free = choices.filter((count) => count > 1).length / choices.length;
  await log({ 'copied tunes': copied, 'contexts with a choice': free }, notes, mostNotes);
  showText('tunes of each order', made.map((tune) => tune.join(' ')).join('\n'), { step: notes });
}

// Result -----------------------------------------------------------------------------------------
const chain = learn(tunes, order);
const sounds = Array.from({ length: 5 }, () => compose(chain, order));
showText('new tunes', sounds.map((tune) => tune.join(' ')).join('\n'), { step: order });
showAudio('one it learned from', render(tunes[0] ?? []), { step: order, sampleRate });
sounds.forEach((tune, i) => {
  const sound = render(tune);
  showAudio(`new tune ${i + 1}`, sound, { step: order, sampleRate });
  sound.dispose();
});
