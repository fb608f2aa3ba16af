/** What the gallery knows, and how the host's messages and the learner change it. */
import { batch, computed, effect, signal } from '@preact/signals';
import type { RunView } from '../../protocol/run.ts';
import type { ExploredAnswer } from '../../protocol/runner.ts';
import type { Explored, GalleryToHost, HostToGallery, Sample } from '../../protocol/views.ts';
import { prefersReducedMotion } from '../kit/theme.ts';
import { createTicker } from '../kit/ticker.ts';
import { connect } from '../kit/vscode.ts';
import { carpet, weave } from './carpet.ts';
import { type Choice, choiceKey, choiceNamed, choicesOf } from './choices.ts';
import { NewestFirst } from './newest.ts';
import { atEnd, grown, type Playhead } from './playhead.ts';
import { readSavedState, type SavedState } from './savedState.ts';
import { fitted, type Zoom } from './zoom.ts';

export const run = signal<RunView>();
export const selected = signal<Choice>();
export const playhead = signal<Playhead>(atEnd);
export const pins = signal<readonly number[]>([]);
export const zoom = signal<Zoom>(fitted);
/** Frames a second. */
export const speed = signal(prefersReducedMotion() ? 2 : 10);
export const loop = signal(false);
/** Rises when frames were added. */
export const framesVersion = signal(0);
export const explored = signal<ExploredAnswer & { name: string; error?: string }>();

/** By name, in the order in which they were made. Not a signal: thousands are appended. */
const framesByName = new Map<string, Sample[]>();

export const choices = computed(() => {
  framesVersion.value;
  return choicesOf(framesByName.keys(), run.value?.explorers ?? []);
});

/** The frames on show. The array grows in place; `framesVersion` tells when. */
export const frames = computed<{ list: readonly Sample[] }>(() => {
  framesVersion.value;
  const choice = selected.value;
  return { list: (choice?.kind === 'frames' && framesByName.get(choice.name)) || [] };
});

const host = connect<HostToGallery, GalleryToHost>((message) => batch(() => receive(message)));

export function post(message: GalleryToHost): void {
  host.post(message);
}

export function newestFrame(name: string): Sample | undefined {
  return framesByName.get(name)?.at(-1);
}

export function select(choice: Choice): void {
  if (selected.value && choiceKey(selected.value) === choiceKey(choice)) return;
  batch(() => {
    selected.value = choice;
    pins.value = [];
    zoom.value = fitted;
    playhead.value = grown(atEnd, frames.value.list.length);
  });
}

/** The name that the host asked for last. */
let wish = '';

interface Question {
  name: string;
  values: number[];
  /** The carpet that this is a cell of; undefined for the place under the learner's hand. */
  carpet?: string;
}

const requests = new NewestFirst<Question>((requestId, { name, values }) =>
  post({ type: 'explore', requestId, name, values }),
);

export function explore(name: string, values: number[]): void {
  requests.ask({ name, values });
}

/** Asks for the next cell of the carpet while nobody wants anything else. */
export function weaveOn(): void {
  const { name, key, places, pictures } = carpet.value;
  const values = places[pictures.length];
  if (!values || !requests.isIdle || run.value?.status !== 'exploring') return;
  if (explored.value?.name === name && explored.value.text !== undefined) return;
  requests.ask({ name, values, carpet: key });
}

const state = computed((): SavedState | undefined => {
  if (!run.value || !selected.value) return undefined;
  return {
    runId: run.value.runId,
    selected: choiceKey(selected.value),
    wish,
    index: playhead.value.index,
    following: playhead.value.following,
    pins: [...pins.value],
    zoom: zoom.value,
    speed: speed.value,
    loop: loop.value,
  };
});

/** Keeps what the learner looks at, a few times a second at most. */
export function startSaving(): void {
  const saveSoon = createTicker(() => state.peek() && host.save(state.peek()), 250);
  effect(() => {
    if (state.value) saveSoon();
  });
}

const framesAdded = createTicker(
  () =>
    batch(() => {
      framesVersion.value++;
      playhead.value = grown(playhead.value, frames.value.list.length);
      if (!selected.value) selectFirst();
    }),
  50,
);

function receive(message: HostToGallery): void {
  switch (message.type) {
    case 'snapshot':
      takeSnapshot(message);
      break;
    case 'run':
      takeRun(message.run);
      break;
    case 'samples':
      addFrames(message.samples);
      framesAdded();
      break;
    case 'show':
      showNamed(message.name);
      break;
    case 'explored':
      takeAnswer(message);
      break;
  }
}

function takeSnapshot(message: Extract<HostToGallery, { type: 'snapshot' }>): void {
  const known = run.value?.runId === message.run.runId;
  const kept = known ? undefined : readSavedState(host.restore(), message.run.runId);
  run.value = message.run;
  requests.reset();
  framesByName.clear();
  addFrames(message.samples);
  framesVersion.value++;
  if (!known) selected.value = undefined;
  const stored = choices.value.find((choice) => choiceKey(choice) === kept?.selected);
  wish = kept?.wish ?? wish;
  const isNewWish = message.name !== undefined && message.name !== wish;
  if (kept && stored && !isNewWish) {
    select(stored);
    restore(kept);
  } else if (isNewWish) showNamed(message.name ?? '');
  if (!selected.value) selectFirst();
  playhead.value = grown(playhead.value, frames.value.list.length);
  weaveOn();
}

function restore(kept: SavedState): void {
  playhead.value = { index: kept.index, following: kept.following, playing: false };
  pins.value = kept.pins.filter((index) => index < frames.value.list.length);
  zoom.value = kept.zoom;
  speed.value = kept.speed;
  loop.value = kept.loop;
}

function takeRun(next: RunView): void {
  const ended = run.value?.status === 'exploring' && next.status !== 'exploring';
  if (ended) requests.reset();
  run.value = next;
  if (!selected.value) selectFirst();
}

function addFrames(samples: readonly Sample[]): void {
  for (const sample of samples) {
    const list = framesByName.get(sample.name);
    if (list) list.push(sample);
    else framesByName.set(sample.name, [sample]);
  }
}

function showNamed(name: string): void {
  wish = name;
  const choice = choiceNamed(name, choices.value, run.value?.status === 'exploring');
  if (choice) select(choice);
}

function selectFirst(): void {
  const [first] = choices.value;
  if (first) select(first);
}

function takeAnswer(answer: Explored): void {
  const question = requests.answered(answer.requestId);
  if (!question) return;
  if (question.carpet === undefined) showAnswer(question.name, answer);
  else if (question.carpet === carpet.value.key && answer.image) weave(answer.image);
  // A model that failed to draw one cell would fail at the next one too; one that writes draws none.
  if (answer.image) weaveOn();
}

/** What went wrong stands beside the last answer, which stays. */
function showAnswer(name: string, { image, text, error }: Explored): void {
  const last = explored.value;
  explored.value =
    error === undefined
      ? { name, image, text }
      : { name, image: last?.image, text: last?.text, error };
}
