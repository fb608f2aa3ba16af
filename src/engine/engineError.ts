/** An engine that cannot be had, in one sentence for people. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}
