/**
 * Where the window of an average reaches over the edge, it averages fewer numbers, and the gradient divides by as
 * many, with padding 'same' as in TensorFlow. TensorFlow.js's CPU kernels always divide by the size of the whole
 * window; with explicit padding, which TensorFlow does not know here, its suite of tests asks for that.
 */
import type * as tf from '../../tf.ts';
import type { PortableBackend } from '../backend.ts';
import { type Call, isFloat, type Kernel } from './kernel.ts';

/** The windows along one axis. */
interface Windows {
  inputs: number;
  outputs: number;
  width: number;
  stride: number;
  /** Positions before the first input. */
  padding: number;
}

/** Around a kernel that divides by the whole window. */
export function dividedByCount(
  kernel: Kernel,
  axesOf: (shape: number[], attrs: Call['attrs']) => Windows[],
): Kernel {
  return (call) => {
    const { dy, input } = call.inputs;
    if (call.attrs.pad !== 'same' || !isFloat(dy) || !input) return kernel(call);
    const factors = factorsOf(axesOf(input.shape, call.attrs));
    if (factors.every((factor) => factor === 1)) return kernel(call);
    const scaled = scaleOutputs(call.backend, dy, factors);
    const dx = kernel({ ...call, inputs: { ...call.inputs, dy: scaled } });
    call.backend.free(scaled);
    return dx;
  };
}

export function axesOf2D({ padInfo, ...info }: tf.backend_util.Conv2DInfo): Windows[] {
  return [
    windows(info.inHeight, info.outHeight, info.filterHeight, info.strideHeight, padInfo.top),
    windows(info.inWidth, info.outWidth, info.filterWidth, info.strideWidth, padInfo.left),
  ];
}

export function axesOf3D({ padInfo, ...info }: tf.backend_util.Conv3DInfo): Windows[] {
  return [
    windows(info.inDepth, info.outDepth, info.filterDepth, info.strideDepth, padInfo.front),
    windows(info.inHeight, info.outHeight, info.filterHeight, info.strideHeight, padInfo.top),
    windows(info.inWidth, info.outWidth, info.filterWidth, info.strideWidth, padInfo.left),
  ];
}

function windows(
  inputs: number,
  outputs: number,
  width: number,
  stride: number,
  padding: number,
): Windows {
  return { inputs, outputs, width, stride, padding };
}

/** For each output, all axes together: the size of the window over how many inputs are in it. */
function factorsOf(axes: Windows[]): number[] {
  return axes
    .map(factorsAlong)
    .reduce((all, axis) => all.flatMap((one) => axis.map((each) => one * each)), [1]);
}

function factorsAlong({ inputs, outputs, width, stride, padding }: Windows): number[] {
  return Array.from({ length: outputs }, (_, i) => {
    const first = i * stride - padding;
    return width / (Math.min(inputs, first + width) - Math.max(0, first));
  });
}

/** @param dy [batch, …axes, channels] */
function scaleOutputs(
  backend: PortableBackend,
  dy: tf.TensorInfo,
  factors: number[],
): tf.TensorInfo {
  const channels = dy.shape.at(-1) ?? 0;
  backend.settle(dy);
  const scaled = backend.make(dy.shape, 'float32');
  const [to, from] = [backend.view(scaled) as Float32Array, backend.view(dy) as Float32Array];
  from.forEach((value, i) => {
    to[i] = value * (factors[Math.floor(i / channels) % factors.length] ?? 1);
  });
  return scaled;
}
