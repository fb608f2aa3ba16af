/** What a figure may ask of the panel around it. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import { useSignal, useSignalEffect } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RunView } from '../../protocol/run.ts';
import type { ExploredImage } from '../../protocol/runner.ts';

export interface FigureHost {
  /** What `save` kept for this figure when the panel was last open. Unchecked. */
  saved(figure: string): unknown;
  save(figure: string, state: unknown): void;
  /** Runs of this chapter's examples, newest first. */
  runs: ReadonlySignal<readonly RunView[]>;
  /** Asks a trained model of the learner's own run for a picture. */
  explore(runId: string, name: string, values: number[]): Promise<ExploredImage>;
  openExample(file: string): void;
}

export const FigureContext = createContext<FigureHost | undefined>(undefined);

export function useFigureHost(): FigureHost {
  const host = useContext(FigureContext);
  if (!host) throw new Error('A figure was drawn outside of a panel.');
  return host;
}

/** A figure's settings: flat, so that what was saved by another version can be checked field by field. */
type Settings = Record<string, number | string | boolean | readonly number[]>;

/** `{ on: true }` means that `on` is a boolean, not that it is always true. */
type Widened<S> = {
  [K in keyof S]: S[K] extends boolean ? boolean : S[K] extends number ? number : S[K];
};

/** Settings that survive closing the panel. */
export function useSaved<S extends Settings>(figure: string, initial: S): Signal<Widened<S>> {
  const host = useFigureHost();
  const settings = useSignal<Widened<S>>(merge(initial as Widened<S>, host.saved(figure)));
  useSignalEffect(() => {
    const state = settings.value;
    const timer = setTimeout(() => host.save(figure, state), 250);
    return () => clearTimeout(timer);
  });
  return settings;
}

/** Where nothing differs, nothing is drawn anew. */
export function change<S extends object>(settings: Signal<S>, part: Partial<S>): void {
  const next = { ...settings.peek(), ...part };
  if (entriesOf(next).some(([key, value]) => !Object.is(value, settings.peek()[key]))) {
    settings.value = next;
  }
}

function entriesOf<S extends object>(settings: S) {
  return Object.entries(settings) as [keyof S, S[keyof S]][];
}

/** Saved fields of the same kind as the initial ones; anything else is left out. */
export function merge<S extends object>(initial: S, saved: unknown): S {
  if (typeof saved !== 'object' || saved === null) return initial;
  const known = Object.entries(saved).filter(([key, value]) =>
    isSameKind(Object.entries(initial).find(([name]) => name === key)?.[1], value),
  );
  return { ...initial, ...Object.fromEntries(known) };
}

function isSameKind(expected: unknown, value: unknown): boolean {
  if (Array.isArray(expected)) {
    return Array.isArray(value) && value.every((item) => Number.isFinite(item));
  }
  if (typeof expected === 'number') return Number.isFinite(value);
  return typeof value === typeof expected;
}
