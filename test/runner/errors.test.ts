import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './runner.ts';
import { write } from './script.ts';

interface Case {
  title: string;
  /** The first file is the script. */
  files: Record<string, string>;
  /** What follows the folder, for example 'shapes.ts:9:13'. */
  at: string;
  message: RegExp;
}

const TF = "import * as tf from '@tensorflow/tfjs-node';\n";

const cases: Case[] = [
  {
    title: 'names the line of the script that led to an error inside TensorFlow.js',
    files: {
      'shapes.ts': `${TF}function multiply(n: number) {\n  return tf.matMul(tf.ones([2, 3]), tf.ones([n, 3]));\n}\nmultiply(4);\n`,
    },
    at: 'shapes.ts:3:13',
    message: /^Error in matMul: inner shapes \(3\) and \(4\)/,
  },
  {
    title: 'names the line of the model.fit that failed',
    files: {
      'fit.ts': `${TF}const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });\nmodel.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });\nawait model.fit(tf.ones([4, 2]), tf.ones([4, 1]));\n`,
    },
    at: 'fit.ts:4:13',
    message: /each example has shape \[3\].*received .* shape \[2\]/,
  },
  {
    title: 'names the line of the trainOnBatch that failed',
    files: {
      'batch.ts': `${TF}const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });\nmodel.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });\nmodel.trainable = false;\nawait model.trainOnBatch(tf.ones([4, 3]), tf.ones([4, 1]));\n`,
    },
    at: 'batch.ts:5:1',
    message: /none of the 2 variables is trainable/,
  },
  {
    title: 'says that an enum cannot run, and what to write instead',
    files: { 'enum.ts': `${TF}\n  enum Kind { Real, Fake }\nconsole.log(Kind.Real);\n` },
    at: 'enum.ts:3:3',
    message: /enum cannot run here.*const Color = \{/,
  },
  {
    title: 'points at a syntax error in TypeScript',
    files: { 'syntax.ts': 'const rate: number = 0.1;\nconst steps = ;\n' },
    at: 'syntax.ts:2:15',
    message: /^SyntaxError: /,
  },
  {
    title: 'points at a syntax error in a JavaScript module',
    files: { 'syntax.mjs': "import 'node:fs';\nconst steps = = 3;\n" },
    at: 'syntax.mjs:2:15',
    message: /^SyntaxError: Unexpected token '='/,
  },
  {
    title: 'points at a syntax error in CommonJS',
    files: { 'syntax.cjs': "require('node:fs');\n\nlet steps = = 3;\n" },
    at: 'syntax.cjs:3:13',
    message: /^SyntaxError: Unexpected token '='/,
  },
  {
    title: 'points at a syntax error in an imported file',
    files: {
      'main.ts': "import { steps } from './steps.mjs';\nconsole.log(steps);\n",
      'steps.mjs': 'export const other = 1;\nexport const steps = = 3;\n',
    },
    at: 'steps.mjs:2:22',
    message: /^SyntaxError: Unexpected token '='/,
  },
  {
    title: 'names the import of what a module does not export',
    files: { 'export.ts': "\nimport { logg } from 'genai101';\nlogg({}, 1);\n" },
    at: 'export.ts:2:10',
    message: /does not provide an export named 'logg'/,
  },
  {
    title: 'names the import of a package that is not there, and how to install it',
    files: {
      'package.ts':
        "import 'node:fs';\nimport x from 'not-a-package-here/part';\nconsole.log(x);\n",
    },
    at: 'package.ts:2:15',
    message: /no package “not-a-package-here\/part”.*npm install not-a-package-here”/,
  },
  {
    title: 'names the require of a package that is not there',
    files: { 'package.cjs': "\nconst x = require('not-a-package-here');\n" },
    at: 'package.cjs:2:19',
    message: /no package “not-a-package-here”/,
  },
  {
    title: 'names the import of a file that is not there',
    files: { 'file.ts': "import { a } from './not-there.ts';\nconsole.log(a);\n" },
    at: 'file.ts:1:19',
    message: /no file “\.\/not-there\.ts” beside file\.ts/,
  },
  {
    title: 'says that a path inside a bundled package cannot be imported',
    files: { 'deep.ts': "import '@tensorflow/tfjs-core/dist/ops/ops';\n" },
    at: 'deep.ts:1:8',
    message: /reaches inside.*Import from “@tensorflow\/tfjs-core” instead/,
  },
  {
    title: 'says that a thrown text is no Error',
    files: { 'text.ts': "throw 'words';\n" },
    at: 'text.ts',
    message: /^The script threw 'words'\. Throw an Error instead/,
  },
  {
    title: 'takes a thrown undefined for a failure',
    files: { 'nothing.ts': 'throw undefined;\n' },
    at: 'nothing.ts',
    message: /^The script threw undefined/,
  },
  {
    title: 'takes a rejected promise that nobody handles for a failure',
    files: {
      'rejection.ts': "setTimeout(() => {\n  Promise.reject(new Error('too late'));\n}, 20);\n",
    },
    at: 'rejection.ts:2:18',
    message: /^too late$/,
  },
  {
    title: 'takes an error in a timer for a failure',
    files: {
      'timer.ts':
        "setTimeout(() => {\n  throw new TypeError('in a timer');\n}, 20);\nsetInterval(() => {}, 1000);\n",
    },
    at: 'timer.ts:2:9',
    message: /^TypeError: in a timer$/,
  },
  {
    title: 'names the line of a process.exit with a status',
    files: { 'exit.ts': '\nprocess.exit(3);\n' },
    at: 'exit.ts:2:9',
    message: /^The script ended itself with process\.exit\(3\)\.$/,
  },
  {
    title: 'says that an await never ends',
    files: { 'never.ts': 'await new Promise(() => {});\n' },
    at: 'never.ts',
    message: /waits for something that never happens/,
  },
  {
    title: 'says that a SavedModel needs the native library, at the line that asks for one',
    files: { 'saved.ts': `${TF}\nawait tf.node.loadSavedModel('folder');\n` },
    at: 'saved.ts:3:15',
    message: /TensorFlow SavedModels can only be read by the native engine/,
  },
];

describe('a script that fails', () => {
  for (const { title, files, at, message } of cases) {
    it(title, async () => {
      const script = write(files);
      const { code, records, messages, stderr } = await run(script);
      const error = records.at(-1);
      assert.ok(error?.type === 'error', stderr);
      assert.match(error.message, message);
      const { file = '', line, column } = error;
      const place = [path.basename(file), line, column]
        .filter((part) => part !== undefined)
        .join(':');
      assert.equal(place, at);
      assert.equal(code, /ended itself/.test(error.message) ? 3 : 1);
      const finished = messages.at(-1);
      assert.ok(finished?.type === 'finished' && finished.outcome === 'failed');
      assert.deepEqual([finished.error?.message, finished.error?.line], [error.message, line]);
      assert.ok(stderr.includes(error.message), 'the script’s own output shows it too');
      assert.doesNotMatch(stderr, /dist[\\/]runner|node:internal/);
    });
  }

  it('finds its place in a folder with blanks, brackets and letters of any language', async () => {
    const folder = path.join(path.dirname(write({ 'x.ts': '' })), 'a (1) #b %20 ü');
    mkdirSync(folder);
    for (const [name, source] of [
      ['module.ts', "const f = () => {\n  throw new Error('here');\n};\nf();\nexport {};\n"],
      ['common.cjs', "const f = () => {\n  throw new Error('here');\n};\nf();\n"],
    ] as const) {
      const script = path.join(folder, name);
      writeFileSync(script, source);
      const error = (await run(script)).records.at(-1);
      assert.ok(error?.type === 'error');
      assert.deepEqual([error.file, error.line, error.column], [script, 2, 9]);
    }
  });

  it('leaves unhandled rejections to a script that handles them', async () => {
    const script = write({
      'handles.ts':
        "process.on('unhandledRejection', () => console.log('handled'));\nPromise.reject(new Error('x'));\n",
    });
    const { code, stdout } = await run(script);
    assert.deepEqual([code, stdout], [0, 'handled\n']);
  });

  it('says that a script is not there', async () => {
    const { code, records } = await run('/nowhere/at-all.ts');
    const error = records.at(-1);
    assert.ok(error?.type === 'error');
    assert.deepEqual([code, error.message], [1, 'There is no script /nowhere/at-all.ts.']);
  });
});
