import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeTypes } from '../../../src/build/types.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const fixtures = path.join(root, 'test/fixtures/types');

/** As the learner's course folder has it. */
const options = {
  target: 'ES2023',
  lib: ['ES2023', 'DOM'],
  module: 'ESNext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  allowJs: true,
};

describe('the types beside the learner’s scripts', function () {
  this.timeout(60_000);
  let folder = '';

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'genai101-learner-'));
    await writeTypes(path.join(folder, 'node_modules'));
    await cp(fixtures, folder, { recursive: true });
    await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  });

  after(() => rm(folder, { recursive: true, force: true }));

  async function check(file: string, more: object = {}): Promise<string[]> {
    const config = { compilerOptions: { ...options, ...more }, files: [file] };
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    return new Promise((resolve) => {
      execFile(process.execPath, [tsc, '-p', folder], (_, stdout) => {
        resolve(stdout.split('\n').filter((line) => line.includes('error TS')));
      });
    });
  }

  it('find nothing wrong with a right script', async () => {
    assert.deepEqual(await check('right.ts'), []);
  });

  it('find nothing wrong with one in JavaScript', async () => {
    assert.deepEqual(await check('right.js'), []);
  });

  it('work with Node’s module resolution too', async () => {
    const node = { module: 'nodenext', moduleResolution: 'nodenext' };
    assert.deepEqual(await check('right.ts', node), []);
  });

  it('find each wrong call', async () => {
    const lines = (await check('wrong.ts')).map((line) => /\((\d+),/.exec(line)?.[1]);
    assert.deepEqual(lines, ['4', '5', '6', '7']);
  });

  it('tell what a function does, and are small', async () => {
    const files = await readdir(path.join(folder, 'node_modules'), {
      recursive: true,
      withFileTypes: true,
    });
    const texts = await Promise.all(
      files
        .filter((entry) => entry.isFile())
        .map((entry) => readFile(path.join(entry.parentPath, entry.name))),
    );
    assert.match(Buffer.concat(texts).toString(), /Charts numbers over steps/);
    assert.match(Buffer.concat(texts).toString(), /Creates a dense \(fully connected\) layer/);
    assert.ok(gzipSync(Buffer.concat(texts)).length < 250_000);
  });
});
