/** The portable engine learns as TensorFlow.js's own CPU backend does, on everything that the bench measures. */
import assert from 'node:assert/strict';
import { startEngine } from '../../src/engine/start.ts';
import * as tf from '../../src/engine/tf.ts';
import { workloads } from '../bench/engine/workloads/all.ts';

/** Small, since the CPU backend takes up to a second a picture; but batch normalization needs a few. */
const batches: Record<string, number> = { mlp: 16, dcgan: 3, gpt: 1, tiny: 32, unet: 1 };
const fallback = 2;
/** A step of it takes the CPU backend ten seconds. */
const unstepped = 'unet';

interface Learned {
  loss: number;
  gradients: Float32Array[];
  /** After one step of the optimizer. */
  lossAfter: number;
}

describe('gradients of the bench’s workloads', () => {
  for (const name of Object.keys(workloads)) {
    it(`are on the portable engine as on the CPU backend: ${name}`, async () => {
      const expected = await learn('cpu', name);
      const actual = await learn('portable', name);
      assertClose(actual.loss, expected.loss, 1e-5, 'the loss');
      assert.equal(actual.gradients.length, expected.gradients.length);
      actual.gradients.forEach((gradient, i) => {
        const off = distance(gradient, expected.gradients[i] ?? new Float32Array());
        assert.ok(off <= 1e-5, `the gradient of variable ${i} is off by ${off}`);
      });
      assertClose(actual.lossAfter, expected.lossAfter, 1e-3, 'the loss after a step');
    });
  }
});

async function learn(engine: string, name: string): Promise<Learned> {
  await startEngine(engine);
  tf.engine().startScope();
  const workload = workloads[name]?.(batches[name] ?? fallback);
  assert.ok(workload);
  const { value, grads } = tf.variableGrads(workload.loss, workload.variables);
  const gradients = workload.variables.map(
    (variable) => grads[variable.name]?.dataSync<'float32'>() ?? new Float32Array(),
  );
  if (name !== unstepped) await workload.step();
  const [loss = Number.NaN] = value.dataSync();
  const [lossAfter = Number.NaN] = tf.tidy(workload.loss).dataSync();
  tf.engine().endScope();
  tf.disposeVariables();
  return { loss, gradients, lossAfter };
}

/** Relative L2: the length of the difference over the length of what is expected. */
function distance(actual: Float32Array, expected: Float32Array): number {
  assert.equal(actual.length, expected.length);
  return norm(actual.map((value, i) => value - (expected[i] ?? 0))) / norm(expected);
}

function norm(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

function assertClose(actual: number, expected: number, tolerance: number, what: string): void {
  const off = Math.abs(actual - expected) / Math.abs(expected);
  assert.ok(off <= tolerance, `${what} is ${actual} instead of ${expected}`);
}
