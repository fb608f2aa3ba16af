/** The rule of early stopping, on losses already seen. */
export interface Stop {
  /** Index of the lowest loss up to the stop. */
  best: number;
  /** Index of the epoch after which training ends; undefined while it goes on. */
  stop: number | undefined;
}

/** Stops at the first epoch that is `patience` after the lowest loss so far. */
export function earlyStop(losses: readonly number[], patience: number): Stop {
  let best = 0;
  for (const [epoch, loss] of losses.entries()) {
    if (loss < (losses[best] ?? Number.POSITIVE_INFINITY)) best = epoch;
    if (epoch - best >= patience) return { best, stop: epoch };
  }
  return { best, stop: undefined };
}
