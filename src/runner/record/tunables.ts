/** Hyperparameters with live sliders. */
import type { Tunable } from '../../protocol/runner.ts';
import { note } from '../note.ts';
import type { Live } from './live.ts';

interface Entry {
  tunable: Tunable;
  onChange: (name: string, value: number) => void;
}

export class Tunables {
  readonly #live: Live;
  readonly #entries = new Map<string, Entry>();

  constructor(live: Live) {
    this.#live = live;
  }

  add(tunables: Tunable[], onChange: Entry['onChange']): void {
    for (const tunable of tunables) this.#entries.set(tunable.name, { tunable, onChange });
    this.#announce();
  }

  /** A value from outside is held within the slider's own bounds. */
  set(name: string, value: number): void {
    const entry = this.#entries.get(name);
    if (!entry) {
      note(`There is no hyperparameter “${name}” to tune.`);
      return;
    }
    const { min, max, integer } = entry.tunable;
    const held = Math.max(min, Math.min(max, integer ? Math.round(value) : value));
    entry.tunable = { ...entry.tunable, value: held };
    entry.onChange(name, held);
    this.#announce();
  }

  #announce(): void {
    const tunables = [...this.#entries.values()].map(({ tunable }) => tunable);
    this.#live.send({ type: 'tunables', tunables });
  }
}
