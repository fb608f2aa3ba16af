import * as tf from '../../../tf.ts';
import type { Call } from '../kernel.ts';

export type ConvInfo = tf.backend_util.Conv2DInfo;
type Quad = [number, number, number, number];

/** What TensorFlow.js knows of a convolution from its shapes, whatever its format. */
export function describe(
  xShape: number[],
  filterShape: number[],
  attrs: Call['attrs'],
  depthwise = false,
): ConvInfo {
  const { strides, pad, dataFormat, dilations, dimRoundingMode } = attrs;
  return tf.backend_util.computeConv2DInfo(
    xShape as Quad,
    filterShape as Quad,
    strides as number | [number, number],
    (dilations ?? 1) as number | [number, number],
    pad as 'same' | 'valid' | number | tf.backend_util.ExplicitPadding,
    dimRoundingMode as 'floor' | 'round' | 'ceil' | undefined,
    depthwise,
    depthwise
      ? 'channelsLast'
      : tf.backend_util.convertConv2DDataFormat((dataFormat ?? 'NHWC') as 'NHWC' | 'NCHW'),
  );
}

/** The first arguments of every convolution kernel, as assembly/convolution/geometry.ts reads them. */
export function geometry(info: ConvInfo): number[] {
  return [
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.outHeight,
    info.outWidth,
    info.outChannels,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.dilationHeight,
    info.dilationWidth,
    info.padInfo.top,
    info.padInfo.left,
  ];
}

/** Multiply-adds of the whole convolution. */
export function workOf(info: ConvInfo): number {
  return info.batchSize * info.outHeight * info.outWidth * info.outChannels * termsOf(info);
}

/** Numbers of the filter for one output channel. */
export function termsOf(info: ConvInfo): number {
  return info.filterHeight * info.filterWidth * info.inChannels;
}

/** Shapes with the channels last, whatever the format. */
export function inputShape(info: ConvInfo): number[] {
  return [info.batchSize, info.inHeight, info.inWidth, info.inChannels];
}

export function outputShape(info: ConvInfo): number[] {
  return [info.batchSize, info.outHeight, info.outWidth, info.outChannels];
}

/** Of nothing the CPU kernel makes nothing. */
export function isEmpty(info: ConvInfo): boolean {
  return [...info.inShape, ...info.filterShape, ...info.outShape].includes(0);
}
