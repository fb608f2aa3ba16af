/** The small classifier that the perceptron figure trains, on points of the plane. */
import {
  circles,
  type LabelledPoints,
  moons,
  type PointsOptions,
  spirals,
} from '../../../src/data/points.ts';
import { Random } from '../../../src/data/random.ts';
import type { LineData } from '../../../src/webview/kit/chartData.ts';
import type { Activation, Dense } from '../../../src/webview/kit/network/dense.ts';
import { backward, forward, stack, update } from '../../../src/webview/kit/network/layers.ts';
import { crossEntropy } from '../../../src/webview/kit/network/losses.ts';

export interface Shape {
  data: string;
  /** Hidden ones. */
  layers: number;
  /** Neurons in each hidden layer. */
  units: number;
  activation: Activation;
}

export const MOST_LAYERS = 3;
export const MOST_UNITS = 8;
/** Places across the decision map. */
export const MAP_SIDE = 44;
/** Half the width of the plane on show. */
export const REACH = 1.2;
const SEED = 3;
const BATCH = 32;
const TRAINED = 400;
const TESTED = 300;

/** One turn in place of the script's one and a half: the networks here are small. */
export const dataSets: Readonly<Record<string, (options: PointsOptions) => LabelledPoints>> = {
  moons,
  circles,
  spirals: (options) => spirals({ ...options, turns: 1 }),
};

export class PerceptronModel {
  /** May change while it trains. */
  rate: number;
  #shape: Shape;
  #train: LabelledPoints;
  #test: LabelledPoints;
  #layers: Dense[];
  #random = new Random(SEED);
  #losses: LineData = { xs: [], ys: [] };

  constructor(shape: Shape, rate: number) {
    this.#shape = shape;
    this.rate = rate;
    [this.#train, this.#test] = draw(shape.data);
    this.#layers = fresh(shape);
  }

  get shape(): Shape {
    return this.#shape;
  }

  get layers(): readonly Dense[] {
    return this.#layers;
  }

  get points(): LabelledPoints {
    return this.#train;
  }

  /** Mean loss of a batch before each step, in nats. */
  get losses(): LineData {
    return { xs: [...this.#losses.xs], ys: [...this.#losses.ys] };
  }

  /** Another network, or other points: it begins anew. */
  reshape(shape: Shape): void {
    this.#shape = shape;
    [this.#train, this.#test] = draw(shape.data);
    this.begin();
  }

  /** Back to the first weights: the same seed replays the same steps. */
  begin(): void {
    this.#layers = fresh(this.#shape);
    this.#random = new Random(SEED);
    this.#losses = { xs: [], ys: [] };
  }

  /** One step of Adam on one batch. */
  learn(): void {
    const { inputs, targets } = this.#batch();
    const outputs = forward(this.#layers, inputs, BATCH);
    const { loss, gradient } = crossEntropy(outputs, targets, BATCH, BATCH);
    backward(this.#layers, gradient, BATCH, false);
    update(this.#layers, this.rate);
    this.#losses.xs.push(this.#losses.xs.length + 1);
    this.#losses.ys.push(loss);
  }

  /** Share of points it never learned from that it puts in their class. */
  testAccuracy(): number {
    const { points, labels } = this.#test;
    const answers = forward(this.#layers, points, TESTED);
    const right = labels.filter((label, i) => (answers[i] ?? 0) > 0.5 === (label === 1));
    return right.length / TESTED;
  }

  /** [MAP_SIDE · MAP_SIDE], row by row from the upper left: the probability of class 1 at each place. */
  map(): Float32Array {
    const places = MAP_SIDE * MAP_SIDE;
    return forward(this.#layers, grid, places).slice(0, places);
  }

  #batch() {
    const inputs = new Float32Array(2 * BATCH);
    const targets = new Float32Array(BATCH);
    for (let b = 0; b < BATCH; b++) {
      const i = this.#random.below(TRAINED);
      inputs.set(this.#train.points.subarray(2 * i, 2 * i + 2), 2 * b);
      targets[b] = this.#train.labels[i] ?? 0;
    }
    return { inputs, targets };
  }
}

/** The middles of the map's places, [places, 2]. */
const grid = Float32Array.from({ length: 2 * MAP_SIDE * MAP_SIDE }, (_, at) => {
  const place = Math.floor(at / 2);
  const across = at % 2 === 0 ? place % MAP_SIDE : MAP_SIDE - 1 - Math.floor(place / MAP_SIDE);
  return REACH * (((across + 0.5) / MAP_SIDE) * 2 - 1);
});

function draw(data: string): [train: LabelledPoints, test: LabelledPoints] {
  const make = dataSets[data] ?? moons;
  return [make({ count: TRAINED, seed: SEED }), make({ count: TESTED, seed: SEED + 1000 })];
}

function fresh({ layers, units, activation }: Shape): Dense[] {
  const widths = [2, ...new Array<number>(layers).fill(units), 1];
  return stack(widths, 'sigmoid', new Random(SEED), activation);
}
