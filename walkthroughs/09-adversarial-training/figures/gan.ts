/**
 * A small generative adversarial network (Goodfellow et al. 2014): two dense networks that play against each other.
 * The discriminator D ends in a logit; D(x) = σ(logit) is the probability that it gives to “real”.
 */
import type { Random } from '../../../src/data/random.ts';
import type { Activation, Dense } from '../../../src/webview/kit/network/dense.ts';
import { backward, forget, forward, stack } from '../../../src/webview/kit/network/layers.ts';
import { descend, type Rules } from './rules.ts';

export interface GanShape {
  /** Numbers that a sample is made from. */
  noise: number;
  /** Numbers of a sample. */
  values: number;
  /** Numbers of what is asked for, which both players see beside their input. */
  conditions: number;
  /** Widths of the hidden layers of the generator; the discriminator has them in reverse. */
  hidden: readonly number[];
  end: Activation;
}

/** A batch of samples and what was asked for, each row by row; without conditions the latter is empty. */
export interface Batch {
  values: Float32Array;
  conditions: Float32Array;
  count: number;
}

export class Gan {
  readonly shape: GanShape;
  readonly generator: readonly Dense[];
  readonly discriminator: readonly Dense[];

  constructor(shape: GanShape, random: Random) {
    const { noise, values, conditions, hidden, end } = shape;
    this.shape = shape;
    this.generator = stack([noise + conditions, ...hidden, values], end, random);
    const judging = [values + conditions, ...hidden.toReversed(), 1];
    this.discriminator = stack(judging, 'linear', random);
  }

  /** [count, noise] → [count, values] */
  generate(noise: Float32Array, conditions: Float32Array): Batch {
    const count = noise.length / this.shape.noise;
    const made = forward(this.generator, join(noise, conditions, count), count);
    return { values: made.slice(0, count * this.shape.values), conditions, count };
  }

  /** D of each sample, 0 (made) to 1 (real). */
  judge(batch: Batch): Float32Array {
    return this.#logits(batch, batch.values).map(sigmoid);
  }

  /** One step of the discriminator; returns −mean ln D(real) − mean ln(1 − D(made)) before it. */
  trainDiscriminator(real: Batch, made: Batch, rules: Rules, random: Random): number {
    const loss =
      this.#accumulate(real, 1, rules, random) + this.#accumulate(made, 0, rules, random);
    descend(this.discriminator, rules);
    return loss;
  }

  /** One step of the generator on new samples; returns its loss before it. */
  trainGenerator(
    noise: Float32Array,
    conditions: Float32Array,
    rules: Rules,
    random: Random,
  ): number {
    const made = this.generate(noise, conditions);
    const { loss, gradient } = this.#slope(made, blurred(made.values, rules.blur, random), rules);
    backward(this.generator, gradient, made.count, false);
    descend(this.generator, rules);
    return loss;
  }

  /** For each sample, where it would have to go to be taken for real more: −∂loss/∂sample, for a loss of its own. */
  pull(made: Batch, rules: Pick<Rules, 'loss'>): Float32Array {
    return this.#slope(made, made.values, rules).gradient.map((value) => -value * made.count);
  }

  #logits({ conditions, count }: Batch, seen: Float32Array): Float32Array {
    return forward(this.discriminator, join(seen, conditions, count), count).slice(0, count);
  }

  /** Adds to the gradients of the discriminator, where `answer` (1 real, 0 made) is right. */
  #accumulate(batch: Batch, answer: 0 | 1, { blur }: Rules, random: Random): number {
    const logits = this.#logits(batch, blurred(batch.values, blur, random));
    let loss = 0;
    const gradient = logits.map((logit) => {
      loss += softplus(answer === 1 ? -logit : logit) / batch.count;
      return (sigmoid(logit) - answer) / batch.count;
    });
    backward(this.discriminator, gradient, batch.count, false);
    return loss;
  }

  /** The generator’s loss and its derivative with respect to each value; the discriminator stays as it is. */
  #slope(made: Batch, seen: Float32Array, { loss: kind }: Pick<Rules, 'loss'>) {
    const logits = this.#logits(made, seen);
    let loss = 0;
    const outer = logits.map((logit) => {
      const saturating = kind === 'saturating';
      loss += (saturating ? -softplus(logit) : softplus(-logit)) / made.count;
      return (saturating ? -sigmoid(logit) : sigmoid(logit) - 1) / made.count;
    });
    const both = backward(this.discriminator, outer, made.count);
    forget(this.discriminator);
    return { loss, gradient: firstColumns(both, this.shape.values, made.count) };
  }
}

function join(first: Float32Array, second: Float32Array, count: number): Float32Array {
  if (second.length === 0) return first;
  const [a, b] = [first.length / count, second.length / count];
  const both = new Float32Array(count * (a + b));
  for (let i = 0; i < count; i++) {
    both.set(first.subarray(i * a, (i + 1) * a), i * (a + b));
    both.set(second.subarray(i * b, (i + 1) * b), i * (a + b) + a);
  }
  return both;
}

function firstColumns(rows: Float32Array, columns: number, count: number): Float32Array {
  const width = rows.length / count;
  if (width === columns) return rows;
  const kept = new Float32Array(count * columns);
  for (let i = 0; i < count; i++) {
    kept.set(rows.subarray(i * width, i * width + columns), i * columns);
  }
  return kept;
}

function blurred(values: Float32Array, deviation: number, random: Random): Float32Array {
  return deviation > 0 ? values.map((value) => value + random.normal(0, deviation)) : values;
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** ln(1 + eˣ), without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}
