/** '@tensorflow/tfjs' without its WebGL backend: what a script can use here. */

export * from '@tensorflow/tfjs-converter';
export * from '@tensorflow/tfjs-core';
export * as data from '@tensorflow/tfjs-data';
export * from '@tensorflow/tfjs-layers';

import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';

export declare const version: {
  'tfjs-core': string;
  'tfjs-backend-cpu': string;
  'tfjs-data': string;
  'tfjs-layers': string;
  'tfjs-converter': string;
  tfjs: string;
};
