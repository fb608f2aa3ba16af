/** Adam for one array of parameters (Kingma & Ba 2015, algorithm 1). */
export interface Adam {
  /** Moves `parameters` against `gradient`, which it then clears. `beta1` (0.9 where not given) must not change. */
  update(parameters: Float32Array, gradient: Float32Array, rate: number, beta1?: number): void;
}

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-7;

export function createAdam(size: number): Adam {
  const mean = new Float32Array(size);
  const square = new Float32Array(size);
  let step = 0;
  return {
    update(parameters, gradient, rate, beta1 = BETA1) {
      step++;
      const scaled = (rate * Math.sqrt(1 - BETA2 ** step)) / (1 - beta1 ** step);
      for (let i = 0; i < size; i++) {
        const g = gradient[i] as number;
        const m = beta1 * (mean[i] as number) + (1 - beta1) * g;
        const v = BETA2 * (square[i] as number) + (1 - BETA2) * g * g;
        mean[i] = m;
        square[i] = v;
        parameters[i] = (parameters[i] as number) - (scaled * m) / (Math.sqrt(v) + EPSILON);
        gradient[i] = 0;
      }
    },
  };
}
