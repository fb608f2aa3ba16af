/** What the gallery remembers while VS Code hides or reloads it. */
import type { Zoom } from './zoom.ts';

export interface SavedState {
  runId: string;
  selected: string;
  /** The name that the host asked for last: another one since then is a new wish. */
  wish: string;
  index: number;
  following: boolean;
  /** Indices of the pinned frames. */
  pins: number[];
  zoom: Zoom;
  speed: number;
  loop: boolean;
}

/** Undefined where there is none, or one of another run or version. */
export function readSavedState(saved: unknown, runId: string): SavedState | undefined {
  if (typeof saved !== 'object' || saved === null) return undefined;
  const state = saved as Partial<Record<keyof SavedState, unknown>>;
  const { zoom } = state as { zoom?: Partial<Record<keyof Zoom, unknown>> };
  const fits =
    state.runId === runId &&
    typeof state.selected === 'string' &&
    typeof state.wish === 'string' &&
    typeof state.index === 'number' &&
    typeof state.following === 'boolean' &&
    typeof state.speed === 'number' &&
    typeof state.loop === 'boolean' &&
    Array.isArray(state.pins) &&
    state.pins.every(Number.isInteger) &&
    typeof zoom?.factor === 'number' &&
    typeof zoom.x === 'number' &&
    typeof zoom.y === 'number';
  return fits ? (saved as SavedState) : undefined;
}
