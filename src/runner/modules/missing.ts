/** Says in words what an import could not find, at the line that asks for it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Place, ScriptProblem } from '../errors/problem.ts';

export function deepPath(
  specifier: string,
  name: string,
  parentURL: string | undefined,
): ScriptProblem {
  return new ScriptProblem(
    `“${specifier}” reaches inside a package that GenAI 101 brings itself. Import from “${name}” instead.`,
    placeOfImport(specifier, parentURL),
  );
}

/** The error to throw for one that Node's own resolution threw. */
export function explainMissing(
  error: unknown,
  specifier: string,
  parentURL: string | undefined,
): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') return error;
  const parent = filePath(parentURL);
  // A package's own missing parts are not the learner's to mend; Node's words are for whoever maintains it.
  if (!parent || parent.includes(`${path.sep}node_modules${path.sep}`)) return error;
  const folder = path.dirname(parent);
  const message = /^(\.{0,2}\/|file:)/.test(specifier)
    ? `There is no file “${specifier}” beside ${path.basename(parent)} (looked in ${folder}).`
    : `There is no package “${specifier}” here. Install it with “npm install ${packageName(specifier)}” in ${folder}, or leave the import out.`;
  const problem = new ScriptProblem(message, placeOfImport(specifier, parentURL));
  // A script may try an import and go on without it: it looks at the code.
  return Object.assign(problem, { code });
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function placeOfImport(specifier: string, parentURL: string | undefined): Place | undefined {
  const file = filePath(parentURL);
  if (!file) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  for (const [i, line] of lines.entries()) {
    const found = [`'${specifier}'`, `"${specifier}"`, `\`${specifier}\``].map((quoted) =>
      line.indexOf(quoted),
    );
    const column = Math.max(...found);
    if (column >= 0) return { file, line: i + 1, column: column + 1 };
  }
  return { file };
}

function filePath(url: string | undefined): string | undefined {
  return url?.startsWith('file:') ? fileURLToPath(url) : undefined;
}
