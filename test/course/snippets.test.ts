import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeSnippets, type SnippetLanguage } from '../../src/build/snippets.ts';
import { lastRecord, root, run } from '../runner/runner.ts';
import { expand } from '../unit/snippets/expand.ts';
import { scriptOf, WHOLE_SCRIPT } from '../unit/snippets/script.ts';

/** Below the examples, so that the compiler finds what scripts import. */
const folder = path.join(root, 'walkthroughs/.snippets');

function write(name: string, source: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, source);
  return file;
}

function wholeScript(language: SnippetLanguage): string {
  const all = Object.values(makeSnippets(language));
  return expand(all.find(({ prefix }) => prefix === WHOLE_SCRIPT)?.body ?? []);
}

describe('the snippets', () => {
  before(() => mkdirSync(folder, { recursive: true }));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('have no type error in TypeScript', () => {
    write('all.ts', scriptOf('typescript'));
    write('whole.ts', wholeScript('typescript'));
    const options = { noUnusedLocals: false, noUnusedParameters: false };
    const project = { extends: '../tsconfig.json', compilerOptions: options, include: ['*.ts'] };
    write('tsconfig.json', JSON.stringify(project));
    try {
      execFileSync(process.execPath, [
        path.join(root, 'node_modules/typescript/bin/tsc'),
        '-p',
        folder,
      ]);
    } catch (error) {
      assert.fail(String(error instanceof Error && 'stdout' in error ? error.stdout : error));
    }
  });

  for (const [language, extension] of [
    ['typescript', 'ts'],
    ['javascript', 'mjs'],
  ] as const) {
    it(`run to their end in ${language}`, async () => {
      for (const source of [scriptOf(language), wholeScript(language)]) {
        const file = write(`run.${extension}`, source);
        const ended = await run(file, { explore: false, epochs: 1 });
        assert.equal(lastRecord(ended).type, 'done', ended.stderr);
      }
    });
  }
});
