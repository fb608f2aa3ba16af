/**
 * Lets a module import CommonJS. Node 24 hands such an import to `require` itself; Node 22 would run it with a
 * `require` that knows no hooks, so there a small module stands in front and requires it.
 */
import type { LoadFnOutput } from 'node:module';

const [major = 0] = process.versions.node.split('.').map(Number);

/** @param source of the CommonJS file, types already left out */
export function importOfCommonJs(file: string, source: string): LoadFnOutput {
  if (major >= 24) return { format: 'commonjs', shortCircuit: true };
  const lines = [
    "import { createRequire } from 'node:module';",
    `const held = createRequire(import.meta.url)(${JSON.stringify(file)});`,
    'export default held;',
    ...exportedNames(source).map(
      (name, i) => `const v${i} = held.${name}; export { v${i} as ${name} };`,
    ),
  ];
  return { format: 'module', source: lines.join('\n'), shortCircuit: true };
}

/** As Node itself finds them: by looking at the text, not by running it. */
function exportedNames(source: string): string[] {
  const assigned = [...source.matchAll(/\bexports\.([A-Za-z_$][\w$]*)\s*=(?!=)/g)].map(
    (found) => found[1],
  );
  const listed = /\bmodule\.exports\s*=\s*\{([^}]*)/.exec(source)?.[1] ?? '';
  const keys = [...listed.matchAll(/(?:^|,)\s*([A-Za-z_$][\w$]*)\s*(?=[,:(]|$)/g)].map(
    (found) => found[1],
  );
  return [...new Set([...assigned, ...keys])].filter(
    (name) => name !== undefined && name !== 'default',
  ) as string[];
}
