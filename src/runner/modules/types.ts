/** Takes the types out of TypeScript; every character that stays keeps its line and column. */
import module, { createRequire } from 'node:module';
import { type Place, ScriptProblem } from '../errors/problem.ts';

/** @throws ScriptProblem at the line that is no TypeScript, or none that can run by leaving types out. */
export function stripTypes(source: string, file: string): string {
  try {
    return strip(source);
  } catch (error) {
    const { message, ...place } = explain(error);
    throw new ScriptProblem(message, { file, ...place });
  }
}

/** Where the first syntax error of a script is; JavaScript is TypeScript without types. */
export function syntaxPlace(source: string): Omit<Place, 'file'> {
  try {
    strip(source);
    return {};
  } catch (error) {
    const { line, column } = explain(error);
    return { ...(line ? { line } : {}), ...(column ? { column } : {}) };
  }
}

function strip(source: string): string {
  try {
    return quietly(() => module.stripTypeScriptTypes(source));
  } catch (error) {
    if (!lacksTypeScript(error)) throw error;
    return stripWithAmaro(source);
  }
}

/** Electron's Node has the function, but was built without what it calls. */
function lacksTypeScript(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    (error instanceof Error && 'code' in error && error.code === 'ERR_NO_TYPESCRIPT')
  );
}

interface Amaro {
  transformSync(source: string, options: { mode: 'strip-only' }): { code: string };
}

let amaro: Amaro | undefined;

/** The same stripper that Node brings; a file of its own (3.5 MB), loaded only where Node has none. */
function stripWithAmaro(source: string): string {
  const loaded: Amaro = amaro ?? createRequire(import.meta.url)('./amaro.cjs');
  amaro = loaded;
  return loaded.transformSync(source, { mode: 'strip-only' }).code;
}

/** Node calls the function experimental on stderr; the learner did not choose it. */
function quietly<T>(act: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return act();
  } finally {
    process.emitWarning = emitWarning;
  }
}

interface Explained {
  message: string;
  line?: number;
  column?: number;
}

/**
 * Strippers draw the line with carets under what is wrong: bare below `file:line` (Node 24),
 * or framed below `,-[line:column]` with the message after an x (Node 22, and amaro, which throws the drawing alone).
 */
function explain(error: unknown): Explained {
  const drawing = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const framed = /^\s*(?:\w+: |\w+ \[\w+\]: )?\s*x (.*)$/m.exec(drawing)?.[1];
  const message = framed ?? (error instanceof Error ? error.message : drawing.trim());
  const line = framed ? /,-\[(\d+):\d+\]/.exec(drawing) : /^\S*:(\d+)\n/.exec(drawing);
  const carets = framed ? /^\s*: ( *)\^/m.exec(drawing) : /^( *)\^/m.exec(drawing);
  return {
    message: inWords(message.trim()),
    ...(line ? { line: Number(line[1]) } : {}),
    ...(carets ? { column: (carets[1]?.length ?? 0) + 1 } : {}),
  };
}

function inWords(message: string): string {
  const [, what] = /^TypeScript (.+?) is not supported in strip-only mode/.exec(message) ?? [];
  if (!what) return `SyntaxError: ${message}`;
  const instead = INSTEAD.find(([word]) => what.includes(word))?.[1];
  return `TypeScript's ${what} cannot run here: a script runs by leaving its types out, and this one needs code to be made.${instead ? ` ${instead}` : ''}`;
}

const INSTEAD: [string, string][] = [
  ['enum', 'Use a plain object instead: const Color = { Red: 0, Green: 1 } as const.'],
  ['namespace', 'Use a plain object or a file of its own instead.'],
  ['parameter property', 'Declare the field in the class and assign it in the constructor.'],
  ['import equals', 'Use a plain import instead.'],
];
