/** Plays notes by Web Audio: oscillators, no sound files, so the page's policy need not allow any. */

export interface PlayedNote {
  /** MIDI number; 69 is 440 Hz. */
  pitch: number;
  /** Length in beats. */
  beats: number;
}

interface Playing {
  context: AudioContext;
  master: GainNode;
  timers: ReturnType<typeof setTimeout>[];
}

/** Seconds. */
const FADE = { in: 0.01, out: 0.05 };

export class MelodyPlayer {
  #playing: Playing | undefined;
  #volume = 0.5;

  /** 0 to 1; changes what sounds already. */
  set volume(volume: number) {
    this.#volume = volume;
    this.#playing?.master.gain.setValueAtTime(volume, this.#playing.context.currentTime);
  }

  /** Ends what sounds, and begins. @param onNote called as each note begins, and without one when all have ended */
  play(
    notes: readonly PlayedNote[],
    secondsPerBeat: number,
    onNote: (index: number | undefined) => void,
  ): void {
    this.stop();
    const context = new AudioContext();
    const master = context.createGain();
    master.gain.value = this.#volume;
    master.connect(context.destination);
    const timers: Playing['timers'] = [];
    this.#playing = { context, master, timers };
    let at = 0.05; // in seconds from now: time to set all up
    notes.forEach(({ pitch, beats }, i) => {
      const seconds = beats * secondsPerBeat;
      sound(context, master, pitch, context.currentTime + at, seconds);
      timers.push(setTimeout(() => onNote(i), 1000 * at));
      at += seconds;
    });
    const end = () => {
      this.stop();
      onNote(undefined);
    };
    timers.push(setTimeout(end, 1000 * at));
  }

  stop(): void {
    if (!this.#playing) return;
    const { context, timers } = this.#playing;
    this.#playing = undefined;
    for (const timer of timers) clearTimeout(timer);
    void context.close();
  }
}

/** One tone, which fades as that of a plucked string does. */
function sound(
  context: AudioContext,
  target: AudioNode,
  pitch: number,
  start: number,
  seconds: number,
): void {
  const oscillator = context.createOscillator();
  oscillator.type = 'triangle';
  oscillator.frequency.value = 440 * 2 ** ((pitch - 69) / 12);
  const gain = context.createGain();
  const envelope = gain.gain;
  envelope.setValueAtTime(0, start);
  envelope.linearRampToValueAtTime(0.8, start + FADE.in);
  envelope.exponentialRampToValueAtTime(0.2, start + Math.max(FADE.in * 2, seconds - FADE.out));
  envelope.linearRampToValueAtTime(0, start + seconds);
  oscillator.connect(gain).connect(target);
  oscillator.start(start);
  oscillator.stop(start + seconds);
}
