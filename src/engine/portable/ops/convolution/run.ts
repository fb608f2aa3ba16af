/** Runs the kernels of assembly/convolution/ on tensors with their channels last. */
import * as tf from '../../../tf.ts';
import {
  ADD_PARTS,
  CONVOLVE,
  CONVOLVE_BACK,
  GRADIENT_OF_FILTER,
  PACK_FEW_COLUMNS,
  PACK_FILTER,
  PACK_PHASES,
} from '../../assembly/kinds.ts';
import type { PortableBackend } from '../../backend.ts';
import { WORTH_SHARING } from '../kernel.ts';
import type { Blocks } from './blocks.ts';
import { type ConvInfo, geometry, termsOf, workOf } from './geometry.ts';
import { winograd, winogradBack, winogradGradient } from './winograd.ts';

/** Sums that the gradient of a filter is split into: more than there are threads, so that they end at the same time. */
export const PARTS = 12;
const PANEL = 8;
/** Columns that the kernels take without panels: FEW in assembly/convolution/fewColumns.ts. */
const FEW = 4;

/** y = x convolved with the filter, + bias. */
export function convolve(
  backend: PortableBackend,
  info: ConvInfo,
  blocks: Blocks,
  [x, filter, bias]: [tf.TensorInfo, tf.TensorInfo, tf.TensorInfo | undefined],
  y: tf.TensorInfo,
): void {
  otherwise(backend, winograd(backend, info, [x, filter, bias], y), () => {
    const columns = info.outChannels;
    const few = isFew(columns, info.inChannels);
    const terms = termsOf(info);
    const packed = backend.make([packedSize(terms, columns, few)], 'float32');
    backend.kernels.run(
      few ? PACK_FEW_COLUMNS : PACK_FILTER,
      few ? columns : Math.ceil(columns / PANEL),
      0,
      backend.address(filter),
      bias ? backend.address(bias) : 0,
      backend.address(packed),
      terms,
      columns,
    );
    runBlocks(backend, CONVOLVE, info, blocks, [x, packed, y], Number(few));
    backend.free(packed);
  });
}

/** dx from dy: the gradient of the input, which is also the transposed convolution. */
export function convolveBack(
  backend: PortableBackend,
  info: ConvInfo,
  blocks: Blocks,
  [dy, filter]: [tf.TensorInfo, tf.TensorInfo],
  dx: tf.TensorInfo,
): void {
  otherwise(backend, winogradBack(backend, info, [dy, filter], dx), () => {
    const { filterHeight, filterWidth, strideHeight, strideWidth } = info;
    const columns = info.inChannels;
    const few = isFew(columns, info.outChannels);
    const phases = strideHeight * strideWidth;
    // All phases together have the filter's terms, and each has a bias of its own.
    const terms = filterHeight * filterWidth * info.outChannels;
    const size = packedSize(terms, columns, few) + (phases - 1) * packedSize(0, columns, few);
    const packed = backend.make([size], 'float32');
    const shape = [filterHeight, filterWidth, columns, info.outChannels, strideHeight, strideWidth];
    backend.kernels.run(
      PACK_PHASES,
      phases,
      0,
      backend.address(filter),
      backend.address(packed),
      ...shape,
      Number(few),
    );
    runBlocks(backend, CONVOLVE_BACK, info, blocks, [dy, packed, dx], Number(few));
    backend.free(packed);
  });
}

/** dw from x and dy: the gradient of the filter. */
export function gradientOfFilter(
  backend: PortableBackend,
  info: ConvInfo,
  { images, rows, count }: Blocks,
  [x, dy]: [tf.TensorInfo, tf.TensorInfo],
  dw: tf.TensorInfo,
): void {
  otherwise(backend, winogradGradient(backend, info, [x, dy], dw), () => {
    const parts = Math.min(PARTS, count, Math.ceil(workOf(info) / WORTH_SHARING));
    addParts(backend, dw, parts, (sums) =>
      backend.kernels.run(
        GRADIENT_OF_FILTER,
        parts,
        1,
        ...geometry(info),
        ...[x, dy, sums].map((tensor) => backend.address(tensor)),
        images,
        rows,
        parts,
      ),
    );
  });
}

/**
 * Computes in the ordinary way, where there is no other or its results were not finite.
 * @param flag not 0 where they were not; freed
 */
function otherwise(
  backend: PortableBackend,
  flag: tf.TensorInfo | undefined,
  compute: () => void,
): void {
  if (flag) {
    backend.kernels.onlyIf(backend.address(flag), compute);
    backend.free(flag);
  } else compute();
}

/**
 * Adds up partial sums in their order.
 * @param compute writes them, one after the other, each filled up to 16 numbers
 */
export function addParts(
  backend: PortableBackend,
  total: tf.TensorInfo,
  parts: number,
  compute: (sums: tf.TensorInfo) => void,
): void {
  if (parts === 1) {
    compute(total);
    return;
  }
  const size = Math.ceil(tf.util.sizeFromShape(total.shape) / 16) * 16;
  const sums = backend.make([parts * size], 'float32');
  compute(sums);
  backend.kernels.run(
    ADD_PARTS,
    size / 16,
    Math.ceil(WORTH_SHARING / (16 * parts)),
    backend.address(sums),
    parts,
    size,
    backend.address(total),
  );
  backend.free(sums);
}

function runBlocks(
  backend: PortableBackend,
  kind: number,
  info: ConvInfo,
  { images, rows, count }: Blocks,
  tensors: tf.TensorInfo[],
  few: number,
): void {
  backend.kernels.run(
    kind,
    count,
    Math.ceil((WORTH_SHARING * count) / workOf(info)),
    ...geometry(info),
    ...tensors.map((tensor) => backend.address(tensor)),
    images,
    rows,
    few,
  );
}

/** Float32 of a packed filter: see panelBytes and columnBytes in assembly/convolution/. */
function packedSize(terms: number, columns: number, few: boolean): number {
  return few ? columns * (terms + 4) : Math.ceil(columns / PANEL) * (terms + 1) * PANEL;
}

/** Without panels the terms are taken by fours, from a pixel's channels. */
function isFew(columns: number, channels: number): boolean {
  return columns <= FEW && channels >= 8 && channels % 4 === 0;
}
