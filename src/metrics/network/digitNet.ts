/**
 * The feature network of FID, KID and their kind in this project: a small convolutional classifier of the ten digits,
 * in place of the Inception network that published values use. It was trained by `npm run build:models` on digits
 * drawn by code. It knows strokes on 28 × 28 pixels and nothing else: good for digits and letters of this project,
 * of no meaning for photographs, and its values cannot be compared with published ones.
 */
import { digitWeights } from './digitWeights.ts';
import { type Convolution, convolve, dense, rectify, softmax, type Weights } from './layers.ts';
import { type Size, unpack } from './packed.ts';

/** Side of a picture. */
export const SIDE = 28;
const PIXELS = SIDE * SIDE;
/** Numbers before its answer. */
export const FEATURES = 64;
/** Of the features' ReLU below 0: without it some would be 0 for every picture. */
export const LEAK = 0.1;
export const CLASSES = 10;

/** Each halves the picture: 28 → 14 → 7 → 4. */
export const CONVOLUTIONS = [
  { side: 5, channelsIn: 1, channels: 8 },
  { side: 3, channelsIn: 8, channels: 16 },
  { side: 3, channelsIn: 16, channels: 32 },
] as const;
/** What is left of a picture after them. */
export const FLAT = 4 * 4 * 32;

/** Of the matrices, in the order they are kept. */
export const SIZES: readonly Size[] = [
  ...CONVOLUTIONS.map(({ side, channelsIn, channels }) => ({
    rows: side * side * channelsIn,
    columns: channels,
  })),
  { rows: FLAT, columns: FEATURES },
  { rows: FEATURES, columns: CLASSES },
];

export class DigitNet {
  readonly #convolutions: Convolution[];
  readonly #features: Weights;
  readonly #answer: Weights;

  constructor([first, second, third, features, answer]: readonly Weights[]) {
    if (!first || !second || !third || !features || !answer) {
      throw new RangeError('The network has three convolutions and two dense layers.');
    }
    this.#convolutions = [first, second, third].map((weights, i) => ({
      ...weights,
      side: CONVOLUTIONS[i]?.side ?? 0,
      channelsIn: CONVOLUTIONS[i]?.channelsIn ?? 0,
    }));
    this.#features = features;
    this.#answer = answer;
  }

  /**
   * @param images [count, 784], row by row; 0 is paper, 1 is ink
   * @returns [count, 64]; over digits drawn by code the standard deviation of each is 1
   */
  features(images: Float32Array): Float32Array {
    const count = images.length / PIXELS;
    const found = new Float32Array(count * FEATURES);
    for (let i = 0; i < count; i++) {
      let picture = images.subarray(i * PIXELS, (i + 1) * PIXELS);
      let size = SIDE;
      for (const convolution of this.#convolutions) {
        picture = convolve(convolution, picture, size);
        size = Math.ceil(size / 2);
      }
      found.set(rectify(dense(this.#features, picture), LEAK), i * FEATURES);
    }
    return found;
  }

  /**
   * @param features [count, 64], as `features` gives them
   * @returns [count, 10], the probability of each digit
   */
  probabilities(features: Float32Array): Float32Array {
    const count = features.length / FEATURES;
    const found = new Float32Array(count * CLASSES);
    for (let i = 0; i < count; i++) {
      const seen = features.subarray(i * FEATURES, (i + 1) * FEATURES);
      found.set(softmax(dense(this.#answer, seen)), i * CLASSES);
    }
    return found;
  }
}

let net: DigitNet | undefined;

/** The network with the weights that come with the project, unpacked when it is first asked for. */
export function digitNet(): DigitNet {
  net ??= new DigitNet(unpack(fromBase64(digitWeights), SIZES));
  return net;
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
