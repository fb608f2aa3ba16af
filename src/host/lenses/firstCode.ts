/**
 * The line above which the lenses go: the first that is neither blank nor comment. Read character by character,
 * as a lens must be there at once and a parser of TypeScript is slow.
 */
export function firstCodeLine(text: string): number {
  const start = /^(?:\s|#!.*|\/\/.*|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0] ?? '';
  if (start.length === text.length) return 0;
  return start.split('\n').length - 1;
}
