/** Which frame is on show, and why: scrubbed to, played to, or followed as the newest. */
export interface Playhead {
  index: number;
  /** Moves on to each new frame as it arrives. */
  following: boolean;
  playing: boolean;
}

export const atEnd: Playhead = { index: 0, following: true, playing: false };

/** The learner chose a frame: the newest one means "keep me at the newest". */
export function seek(_head: Playhead, index: number, count: number): Playhead {
  const bounded = Math.max(0, Math.min(count - 1, Math.round(index)));
  return { index: bounded, following: bounded >= count - 1, playing: false };
}

/** There are `count` frames now. */
export function grown(head: Playhead, count: number): Playhead {
  if (count === 0) return { ...head, index: 0 };
  if (head.following) return { ...head, index: count - 1 };
  return { ...head, index: Math.min(head.index, count - 1) };
}

/** Play from here, or from the beginning when at the end. */
export function play(head: Playhead, count: number): Playhead {
  if (count < 2) return head;
  const index = head.index >= count - 1 ? 0 : head.index;
  return { index, following: false, playing: true };
}

export function pause(head: Playhead): Playhead {
  return { ...head, playing: false };
}

/** The next frame of a playback: at the end it begins again or rests on the newest. */
export function advance(head: Playhead, count: number, loop: boolean): Playhead {
  if (!head.playing) return head;
  if (head.index < count - 1) return { ...head, index: head.index + 1 };
  if (loop) return { ...head, index: 0 };
  return { index: Math.max(0, count - 1), following: true, playing: false };
}
