import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../../..');

/** Its JavaScript, its C++ and its installer; its compiled part is not installed with it (see .npmrc). */
export const tfjsNodePackage = path.join(root, 'node_modules/@tensorflow/tfjs-node');

/** What `npm run engine:native` makes. */
export const madeHere = path.join(root, '.cache/native');
