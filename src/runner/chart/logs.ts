import { Tensor } from '../../engine/tf.ts';

/** Keras calls some metrics by two names; a chart needs one. */
const BOOKKEEPING = new Set(['batch', 'size', 'num_steps']);

/** The numbers in what a training callback is given: some are scalars still on the engine. */
export function toNumbers(logs: object): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const [name, value] of Object.entries(logs)) {
    if (BOOKKEEPING.has(name)) continue;
    if (typeof value === 'number') numbers[name] = value;
    else if (value instanceof Tensor && !value.isDisposed)
      numbers[name] = value.dataSync()[0] ?? Number.NaN;
  }
  return numbers;
}
