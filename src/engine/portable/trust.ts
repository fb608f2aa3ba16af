/**
 * For which arguments a stock WebAssembly kernel is right. Each rule answers a case in which it fails,
 * or silently gives something else than the JavaScript backend; those cases take the JavaScript kernel.
 */
import * as tf from '../tf.ts';

type Rule = (inputs: Record<string, tf.TensorInfo>, attrs: Record<string, unknown>) => boolean;

const never: Rule = () => false;

/** NaN becomes the lower bound, which would hide a loss that diverges. */
const losesNaN = never;

const isFloat: Rule = (inputs) => Object.values(inputs).every((x) => !x || x.dtype === 'float32');

const isChannelsLast: Rule = (_, { dataFormat }) =>
  dataFormat === undefined || dataFormat === 'NHWC';

const hasPlainBias: Rule = ({ bias }) => !bias || bias.shape.length === 1;

/** Outputs that lie wholly in the padding read past the picture. */
const hasNoExplicitPadding: Rule = (_, { pad }) => pad === 0 || typeof pad === 'string';

/** Past the end it would read other tensors. */
const isInside: Rule = ({ x }, { begin, size }) => {
  if (!x) return false;
  const { parseSliceParams } = tf.slice_util;
  const [from = [], extent = []] = parseSliceParams(x, begin as number, size as number);
  tf.slice_util.assertParamsValid(x, from, extent);
  return true;
};

const both =
  (...rules: Rule[]): Rule =>
  (inputs, attrs) =>
    rules.every((rule) => rule(inputs, attrs));

/** The gradient comes out wrong. */
const isWrong = never;

/** The highest of negative numbers comes out as a tiny positive one. */
const needsPositive = never;

const rules: Readonly<Record<string, Rule>> = {
  AvgPool: hasNoExplicitPadding,
  BatchMatMul: isFloat,
  Bincount: ({ x }) => x?.shape.length === 1,
  Cast: (_, { dtype }) => dtype === 'float32' || dtype === 'int32',
  ClipByValue: losesNaN,
  Conv2D: isChannelsLast,
  Conv2DBackpropInput: isFloat,
  Conv3DBackpropFilterV2: isWrong,
  Conv3DBackpropInputV2: isWrong,
  Dilation2D: needsPositive,
  Dilation2DBackpropFilter: isWrong,
  Dilation2DBackpropInput: isWrong,
  Fill: (_, { dtype }) => dtype !== 'string',
  FusedConv2D: both(isChannelsLast, hasPlainBias),
  FusedDepthwiseConv2D: both(isChannelsLast, hasPlainBias),
  MaxPool: both(isFloat, hasNoExplicitPadding),
  MaxPool3D: needsPositive,
  MaxPool3DGrad: isWrong,
  MaxPoolGrad: isWrong,
  ResizeBilinearGrad: isWrong,
  ResizeNearestNeighborGrad: isWrong,
  Slice: isInside,
  Transform: ({ image, transforms }) => image?.shape[0] === transforms?.shape[0],
  _FusedMatMul: both(isFloat, hasPlainBias),
};

/** True where the stock kernel may run. None of them knows complex numbers or texts. */
export function trust(kernelName: string): Rule {
  const rule = rules[kernelName];
  return (inputs, attrs) => {
    for (const key in inputs) {
      const dtype = inputs[key]?.dtype;
      if (dtype === 'complex64' || dtype === 'string') return false;
    }
    return rule === undefined || rule(inputs, attrs);
  };
}
