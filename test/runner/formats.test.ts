import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Ended, lastRecord, metric, run, start } from './runner.ts';
import { write } from './script.ts';

/** A Node that was built without a type stripper, as Electron's. */
const WITHOUT_STRIPPER = `data:text/javascript,${encodeURIComponent(`
  import module, { syncBuiltinESMExports } from 'node:module';
  module.stripTypeScriptTypes = () => {
    throw Object.assign(new Error('not compiled with TypeScript support'), { code: 'ERR_NO_TYPESCRIPT' });
  };
  syncBuiltinESMExports();
`)}`;

function assertSum(ended: Ended, value: number): void {
  assert.equal(lastRecord(ended).type, 'done', ended.stderr);
  assert.deepEqual(metric(ended.records, 'sum'), [{ step: 1, value }]);
  assert.equal(ended.stderr, '');
}

describe('what a script may be written as', () => {
  const formats = [
    ...['plain.mts', 'plain.mjs', 'plain.cts', 'plain.cjs'],
    ...['by-syntax-module.js', 'by-syntax-commonjs.js'],
    ...['esm-package/script.js', 'esm-package/script.ts'],
    ...['cjs-package/script.js', 'cjs-package/script.ts'],
  ];
  for (const name of formats) {
    it(`runs formats/${name}`, async () => assertSum(await run(`formats/${name}`), 6));
  }

  it('gives a module one TensorFlow.js under all its names, and its neighbours with types', async () => {
    assertSum(await run('formats/module.ts'), 2 + 3 + 1);
  });

  it('gives a CommonJS script the same, by require and by import(), and waits for its promises', async () => {
    assertSum(await run('formats/commonjs.ts'), 4 + 2);
  });

  // An import of CommonJS from node_modules reaches the hooks from Node 24 on; a require always does.
  it('gives an installed package the same TensorFlow.js', async () => {
    const script = write({
      'uses.cjs':
        "const tf = require('@tensorflow/tfjs');\nconsole.log(require('models').Tensor === tf.Tensor);\n",
    });
    const models = path.join(path.dirname(script), 'node_modules/models');
    mkdirSync(models, { recursive: true });
    writeFileSync(path.join(models, 'package.json'), '{ "main": "main.js" }');
    const main = "exports.Tensor = require('@tensorflow/tfjs-core').Tensor;\n";
    writeFileSync(path.join(models, 'main.js'), main);
    const { stdout, stderr } = await run(script);
    assert.deepEqual([stdout, stderr], ['true\n', '']);
  });

  it('leaves types out with the stripper in the bundle where Node has none', async () => {
    const nodeArgs = ['--import', WITHOUT_STRIPPER];
    assertSum(await run('formats/module.ts', { nodeArgs }), 2 + 3 + 1);
  });

  it('keeps every character in its place with either stripper', async () => {
    const script = write({
      'places.ts':
        'type A = { b: number };\nfunction f<T>(x: T): never { throw new Error(x as "é"); }\nf<string>("ü");\n',
    });
    for (const nodeArgs of [[], ['--import', WITHOUT_STRIPPER]]) {
      const { records } = await run(script, { nodeArgs });
      const error = records.at(-1);
      assert.ok(error?.type === 'error');
      assert.deepEqual([error.file, error.line, error.column], [script, 2, 36]);
      assert.match(error.stack ?? '', /places\.ts:3:1/);
    }
  });

  it('leaves argv, stdout and process.exit(0) to the script', async () => {
    const script = write({
      'argv.mjs':
        'console.log(process.argv.slice(1));\nsetInterval(() => {}, 99);\nprocess.exit();\n',
    });
    const ended = await start(script).ended;
    assert.equal(ended.stdout, `[ '${script}' ]\n`);
    assert.equal(ended.code, 0);
    assert.equal(lastRecord(ended).type, 'done');
  });
});
