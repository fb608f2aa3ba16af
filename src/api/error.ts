/** A call of 'genai101' that cannot be right: what was expected, and what came instead. */
export class GenAI101Error extends Error {
  override readonly name = 'GenAI101Error';
}

/** A value as a person would name it in a sentence, short. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object') return `a ${typeof value}`;
  if ('shape' in value && Array.isArray(value.shape))
    return `a tensor of shape ${shapeText(value.shape)}`;
  if (value instanceof Promise) return 'a promise (an `await` is missing)';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (ArrayBuffer.isView(value)) return `a ${value.constructor.name}`;
  return 'an object';
}

/** For example `[64, 28, 28]`. */
export function shapeText(shape: readonly number[]): string {
  if (shape.length === 0) return '[] (a single number)';
  return `[${shape.join(', ')}]`;
}
