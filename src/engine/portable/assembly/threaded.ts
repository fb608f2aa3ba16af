/** The module for several threads, each with an instance of its own on one shared memory. */
export * from './module';
export { dismiss, help, run, setHelpers } from './threads';
