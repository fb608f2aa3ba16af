/** '@tensorflow/tfjs-node' as scripts see it, whichever engine runs them. */
export * from '@tensorflow/tfjs';
export * as io from './tfjsNodeIo.js';
export * as node from './tfjsNodeNode.js';

export declare const version: {
  'tfjs-core': string;
  'tfjs-backend-cpu': string;
  'tfjs-data': string;
  'tfjs-layers': string;
  'tfjs-converter': string;
  tfjs: string;
  'tfjs-node': string;
};
