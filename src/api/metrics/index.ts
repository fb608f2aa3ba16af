/** What models are measured by. The formulas are in src/metrics; here they read tensors. */

export * from './classification.ts';
export * from './digitNet.ts';
export * from './generative.ts';
export * from './similarity.ts';
