/** How far outputs are from targets, and the derivative with respect to each output. */
export type Loss = (
  outputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  /** Values in all, batch · pixels. */
  size: number,
  batch: number,
) => { loss: number; gradient: Float32Array };

/** Keeps logarithms finite. */
const TINY = 1e-6;

/** Mean of (output − target)² over all values. */
export const meanSquares: Loss = (outputs, targets, size) => {
  const gradient = new Float32Array(size);
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const difference = (outputs[i] as number) - (targets[i] as number);
    sum += difference * difference;
    gradient[i] = (2 * difference) / size;
  }
  return { loss: sum / size, gradient };
};

/** −(x ln y + (1 − x) ln(1 − y)) in nats: summed over the pixels of an image, averaged over the batch. */
export const crossEntropy: Loss = (outputs, targets, size, batch) => {
  const gradient = new Float32Array(size);
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const x = targets[i] as number;
    const y = Math.min(1 - TINY, Math.max(TINY, outputs[i] as number));
    sum -= x * Math.log(y) + (1 - x) * Math.log(1 - y);
    gradient[i] = (y - x) / (y * (1 - y)) / batch;
  }
  return { loss: sum / batch, gradient };
};
