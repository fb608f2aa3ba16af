/**
 * What the bench and a contender say to each other, one JSON object a line: a contender says Ready (or a Failure) once,
 * then answers each Request on its stdin with a Slice or a Failure on its stdout.
 */

export interface Ready {
  ready: {
    version: string;
    threads: number;
    /** Milliseconds to load and start one of our engines, TensorFlow.js itself not counted. */
    startMs?: number;
  };
}

export interface Request {
  workload: string;
  /** Time to step before the clock counts, in seconds: once for each workload. */
  warmUp: number;
  /** How long to measure, in seconds. */
  seconds: number;
  /** Measure at least so many steps, however long they take. */
  leastSteps: number;
}

export interface Slice {
  /** Milliseconds per step. */
  median: number;
  min: number;
  /** Processor time per step, of all threads together, on average: a busy machine hardly changes it. */
  cpu: number;
  steps: number;
  /** After the last step. */
  loss: number;
}

export interface Failure {
  error: string;
}

export type Reply = Ready | Slice | Failure;
