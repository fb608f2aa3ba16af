/** Plays the frames one after the other; each is decoded before it is shown, so none is skipped. */
import { effect } from '@preact/signals';
import type { Sample } from '../../protocol/views.ts';
import { imageCache } from './imageCache.ts';
import { advance, pause } from './playhead.ts';
import { frames, loop, playhead, speed } from './store.ts';

export function startPlayer(): void {
  effect(() => {
    if (playhead.value.playing) void run();
  });
  effect(preloadNeighbours);
}

let running = false;

async function run(): Promise<void> {
  if (running) return;
  running = true;
  while (playhead.peek().playing) {
    const { list } = frames.peek();
    const { index } = playhead.peek();
    const next = list[index + 1] ?? list[0];
    const [shown] = await Promise.allSettled([decoded(next), pauseFor(1000 / speed.peek())]);
    if (shown.status === 'rejected') playhead.value = pause(playhead.peek());
    else playhead.value = advance(playhead.peek(), frames.peek().list.length, loop.peek());
  }
  running = false;
}

async function decoded(sample: Sample | undefined): Promise<void> {
  if (sample?.type === 'images' && sample.uri) await imageCache.get(sample.uri);
}

function pauseFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A few frames on either side: scrubbing and playing find them decoded. */
function preloadNeighbours(): void {
  const { list } = frames.value;
  const { index } = playhead.value;
  const near = list.slice(Math.max(0, index - 3), index + 8);
  imageCache.preload(near.flatMap((one) => (one.type === 'images' && one.uri ? [one.uri] : [])));
}
