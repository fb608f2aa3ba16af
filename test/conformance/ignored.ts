/**
 * Specs that tfjs-node leaves out of its own run of this suite too (its src/run_tests.ts), and why they cannot pass.
 * Its list is longer: what it has no kernel for, we lend it (engine/native/borrow.ts).
 */

interface Ignored {
  why: string;
  /** Parts of full names. */
  specs: readonly string[];
}

const roundings = (shape: string, from = 'default') =>
  [
    `${from} dimRoundingMode`,
    ...['floor', 'round', 'ceil'].map((mode) => `dimRoundingMode=${mode}`),
  ].map((mode) => `${shape} ${mode}`);

const ignored: readonly Ignored[] = [
  {
    why: 'tfjs-node hands a pooling only the paddings “same” and “valid” on',
    specs: [
      ...['avgPool', 'maxPool'].flatMap((kind) => [
        `${kind} native {} x=[3,3,1] f=[3,3] s=1 p=explicit`,
        ...roundings(`${kind} native {} x=[2,2,3] f=[2,2] s=3 p=1`),
        `${kind} native {} x=[2,2,3] f=[1,1] s=2 p=1 dimRoundingMode=floor`,
        `${kind}3d native {} x=[1,2,2,2,1] f=[2,2,2] s=1 p=1 roundingMode=floor`,
      ]),
      'avgPool native {} gradient x=[3,3,1] f=[3,3] s=1 p=explicit',
      'avgPool3d native {} x=[1,1,1,1,1] f=[2,2,2] s=1 p=2',
      'maxPoolBackprop native {} gradient x=[3,3,1] f=3 s=1 p=explicit',
      ...['max', 'avg'].flatMap((kind) => [
        `pool native {} ${kind} x=[3,3,1] f=[3,3] s=1 d=1 p=explicit`,
        ...roundings(`pool native {} ${kind} x=[3,3,1] f=[3,3] s=3 d=1 p=explicit`, 'defualt'),
        `pool native {} ${kind} x=[2,2,3] f=[1,1] s=2 p=1 fractional outputs default rounding`,
      ]),
    ],
  },
  {
    why: 'tfjs-node hands a transposed convolution no explicit padding on, nor one of a kernel larger than its input',
    specs: [
      'conv2dTranspose native {} input=3x3x1,d2=1,f=2,s=2,p=explicit',
      'conv2dTranspose native {} input=8x8x8,output=4x4x8,f=8,s=1,inDepth=8,p=same vec4',
      'conv2dTranspose native {} gradient input=[1,3,3,1] f=[2,2,2,1] s=[1,1] p=explicit',
    ],
  },
  {
    why: 'TensorFlow’s pooling takes no window larger than its input',
    specs: ['avgPool3d native {} x=[1,1,1,1,1] f=[1,1,3] s=1 p=valid'],
  },
  {
    why: 'TensorFlow has no dilated depthwise convolution on a CPU',
    specs: [
      ...[
        'input=1x3x3x1,f=2,s=1,d=2,p=valid,chMul=1',
        'input=1x5x5x1,f=3,s=1,d=2,p=valid,chMul=1',
        'input=1x5x5x1,f=2,s=1,d=4,p=valid,chMul=1',
        'input=1x3x3x2,f=2,s=1,d=2,p=same,chMul=1',
        'input=1x3x3x4,f=3,s=1,d=2,p=same,chMul=1',
        'input=2x3x3x2,f=2,s=1,d=2,p=same,chMul=2',
        'input=2x3x3x2,f=3,s=1,d=2,p=same,chMul=2',
        'input=1x8x8x2,f=3,s=1,d=3,p=valid,chMul=1',
      ].map((shape) => `depthwiseConv2D native {} ${shape}`),
      'separableConv2d native {} input=1x4x4x1,f=2,s=1,d=2,p=valid,chMul=1,outDepth=2',
      'depthwiseConv2d gradients native {} throws error on dilations > 1',
    ],
  },
  {
    why: 'TensorFlow has no convolution with channels first on a CPU',
    specs: [
      'conv2d native {} x=[2,1,2,2] f=[1,1,1,1] s=1 d=1 p=0 NCHW',
      'conv2d native {} x=[1,2,2] f=[2,2,1,1] s=1 d=1 p=explicit NCHW',
      'conv2d native {} x=[1,2,2] f=[2,2,1,1] s=1 d=1 p=same NCHW',
      'conv2d native {} x=[2,2,2] f=[2,2,2,1] s=1 d=1 p=same NCHW',
      'conv2d native {} x=[2,1,2,2] f=[2,2,1,1] s=1 d=1 p=same NCHW',
      'conv2d native {} gradient x=[1,1,3,3] f=[2,2,1,1] s=1 p=0 NCHW',
      'conv2d native {} gradient x=[2,1,3,3] f=[2,2,1,1] s=1 p=0 NCHW',
      ...['basic', 'im2row', 'batch'].map((kind) => `fused conv2d native {} ${kind} in NCHW`),
    ],
  },
  {
    why: 'TensorFlow’s kernel takes no tensor of this kind',
    specs: [
      'argmax native {} 6D, axis=0',
      'diag native {} bool',
      ...['greaterEqual', 'greater', 'lessEqual', 'less'].map(
        (name) => `${name} native {} should support string comparison`,
      ),
      'leakyrelu native {} int32',
      'step kernel native {} with int32 tensor',
    ],
  },
  {
    why: 'TensorFlow wants other shapes of indices and updates',
    specs: [
      ...['for simple 1d', 'for multiple 1d', 'for 2d', 'for tensorLike input'].map(
        (what) => `scatterND native {} should work ${what}`,
      ),
      'scatterND native {} should sum the duplicated indices',
    ],
  },
  {
    why: 'TensorFlow takes another stand on NaN',
    specs: [
      ...['basic', 'does not propagate NaNs', 'accepts a tensor-like object'].map(
        (what) => `sign native {} ${what}`,
      ),
      'unique native {} 1d tensor with NaN and Infinity',
    ],
  },
  {
    why: 'TensorFlow can do more than the suite expects, or says it in other words',
    specs: [
      'einsum native {} 2d matrix calculate trace: duplicate axes not implemented yet',
      'einsum native {} nonexistent dimension throws error',
    ],
  },
  {
    why: 'TensorFlow’s own random numbers and last digits differ',
    specs: [
      'multinomial native {} creates the same data given the same seed',
      'tan native {} numbers exceed float32 precision',
    ],
  },
];

export const ignoredSpecs: readonly string[] = ignored.flatMap(({ specs }) => specs);
