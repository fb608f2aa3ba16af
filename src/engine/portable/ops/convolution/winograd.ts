/** Convolutions with filters of 3 × 3 in fewer products: see assembly/convolution/winograd/. */
import type * as tf from '../../../tf.ts';
import {
  WINOGRAD,
  WINOGRAD_FILTER,
  WINOGRAD_GRADIENT,
  WINOGRAD_SUM,
} from '../../assembly/kinds.ts';
import type { PortableBackend } from '../../backend.ts';
import { fill } from '../elementwise/fill.ts';
import { WORTH_SHARING } from '../kernel.ts';
import type { ConvInfo } from './geometry.ts';

/** Below, the sums and differences cost more than the products that they save. */
const LEAST_CHANNELS = 16;
/** So many terms a product takes at a time: KC in assembly/gemm/. */
const MOST_CHANNELS = 256;
/** Of input times output channels: sixteen matrices of more would not stay in the cache from one unit to the next. */
const MOST_NUMBERS = 16_384;
/** Numbers of a unit in each of its sixteen matrices: what they take together, 256 KB, stays in the cache. */
const ROOM = 2048;
/** For the gradient of a filter, whose sums must be read and written again for each unit. */
const GRADIENT_ROOM = 3072;
/** Sums that it is split into, by the shapes alone. */
const PARTS = 8;
const PANEL = 8;
/** Tiles of a unit: MC in assembly/gemm/. */
const MOST_TILES = 96;

/** A convolution as the kernel is told: of x, with zeros above and left of it, or of dy, which gives dx. */
interface Plan {
  images: number;
  from: Picture;
  to: Picture;
  padTop: number;
  padLeft: number;
  isGradient: boolean;
}

interface Picture {
  height: number;
  width: number;
  channels: number;
}

/**
 * y = x convolved with the filter, + bias.
 * @returns undefined where this way does not fit, else a flag: 1 where results were not finite, and are to be computed
 * anew in the ordinary way
 */
export function winograd(
  backend: PortableBackend,
  info: ConvInfo,
  [x, filter, bias]: [tf.TensorInfo, tf.TensorInfo, tf.TensorInfo | undefined],
  y: tf.TensorInfo,
): tf.TensorInfo | undefined {
  const [from, to] = pictures(info);
  const { top: padTop, left: padLeft } = info.padInfo;
  const plan = { images: info.batchSize, from, to, padTop, padLeft, isGradient: false };
  return fits(info) ? run(backend, plan, [x, filter, bias], y) : undefined;
}

/** dx from dy: the convolution of dy with the filter turned around. Gives what `winograd` gives. */
export function winogradBack(
  backend: PortableBackend,
  info: ConvInfo,
  [dy, filter]: [tf.TensorInfo, tf.TensorInfo],
  dx: tf.TensorInfo,
): tf.TensorInfo | undefined {
  const [to, from] = pictures(info);
  const [padTop, padLeft] = [2 - info.padInfo.top, 2 - info.padInfo.left];
  const plan = { images: info.batchSize, from, to, padTop, padLeft, isGradient: true };
  return fits(info) ? run(backend, plan, [dy, filter, undefined], dx) : undefined;
}

function pictures(info: ConvInfo): [Picture, Picture] {
  return [
    { height: info.inHeight, width: info.inWidth, channels: info.inChannels },
    { height: info.outHeight, width: info.outWidth, channels: info.outChannels },
  ];
}

function fits(info: ConvInfo): boolean {
  const { filterHeight, filterWidth, strideHeight, strideWidth } = info;
  const { dilationHeight, dilationWidth, inChannels, outChannels } = info;
  return (
    filterHeight === 3 &&
    filterWidth === 3 &&
    [strideHeight, strideWidth, dilationHeight, dilationWidth].every((step) => step === 1) &&
    inChannels * outChannels <= MOST_NUMBERS &&
    [inChannels, outChannels].every(
      (count) => count % 4 === 0 && count >= LEAST_CHANNELS && count <= MOST_CHANNELS,
    )
  );
}

/** dw from x and dy. Gives what `winograd` gives. */
export function winogradGradient(
  backend: PortableBackend,
  info: ConvInfo,
  [x, dy]: [tf.TensorInfo, tf.TensorInfo],
  dw: tf.TensorInfo,
): tf.TensorInfo | undefined {
  // The rows of a panel are not cut short here.
  if (!fits(info) || info.outChannels % PANEL !== 0) return undefined;
  const [from, to] = pictures(info);
  const { top, left } = info.padInfo;
  const plan = { images: info.batchSize, from, to, padTop: top, padLeft: left, isGradient: false };
  const tiles = tilesIn(plan, GRADIENT_ROOM);
  const parts = Math.min(PARTS, tiles.units);
  const numbers = from.channels * to.channels;
  const sums = backend.make([parts * 16 * numbers], 'float32');
  const at = backend.address(sums);
  const addresses = [backend.address(x), backend.address(dy), parts, at, 0];
  backend.kernels.run(WINOGRAD_GRADIENT, parts, 1, ...addresses, ...shapes(plan, tiles));
  const shape = [parts, from.channels, to.channels];
  const chunk = Math.ceil(WORTH_SHARING / (16 * parts * to.channels));
  const flag = fill(backend, [1], 'int32', 0);
  const outputs = [dw, flag].map((tensor) => backend.address(tensor));
  backend.kernels.run(WINOGRAD_SUM, from.channels, chunk, at, ...shape, ...outputs);
  backend.free(sums);
  return flag;
}

function run(
  backend: PortableBackend,
  plan: Plan,
  [x, filter, bias]: [tf.TensorInfo, tf.TensorInfo, tf.TensorInfo | undefined],
  y: tf.TensorInfo,
): tf.TensorInfo {
  const { from, to, isGradient } = plan;
  const columns = Math.ceil(to.channels / PANEL) * PANEL;
  const turned = backend.make([16 * from.channels * columns], 'float32');
  const u = backend.address(turned);
  const shape = [from.channels, to.channels, Number(isGradient)];
  backend.kernels.run(WINOGRAD_FILTER, from.channels, 0, backend.address(filter), u, ...shape);
  const tiles = tilesIn(plan, ROOM);
  const chunk = Math.ceil(WORTH_SHARING / (16 * tiles.some * from.channels * to.channels));
  const flag = fill(backend, [1], 'int32', 0);
  const initial = bias ? backend.address(bias) : 0;
  const outputs = [y, flag].map((tensor) => backend.address(tensor));
  const addresses = [backend.address(x), u, initial, ...outputs];
  backend.kernels.run(WINOGRAD, tiles.units, chunk, ...addresses, ...shapes(plan, tiles));
  backend.free(turned);
  return flag;
}

interface Tiles {
  count: number;
  /** Of a unit. */
  some: number;
  units: number;
}

/** Tiles of 2 × 2 pixels, in units whose matrices have that much room each. */
function tilesIn({ images, from, to }: Plan, room: number): Tiles {
  const count = images * Math.ceil(to.height / 2) * Math.ceil(to.width / 2);
  const wanted = Math.min(MOST_TILES, room / Math.max(from.channels, to.channels));
  // Fours, as the matrix product takes its rows.
  const some = Math.floor(wanted / 4) * 4;
  return { count, some, units: Math.ceil(count / some) };
}

function shapes({ from, to, padTop, padLeft }: Plan, { count, some }: Tiles): number[] {
  const sizes = [from, to].flatMap(({ height, width, channels }) => [height, width, channels]);
  return [count, some, ...sizes, padTop, padLeft];
}
