import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startEngine } from '../../../src/engine/start.ts';
import * as tf from '../../../src/engine/tf.ts';

describe('startEngine', () => {
  it('starts the portable engine where nothing else is asked for, and says why', async () => {
    const engine = await withoutNative(() => startEngine('auto'));
    assert.equal(engine.name, 'portable');
    assert.equal(tf.getBackend(), 'portable');
    assert.equal(engine.reason, 'It is the fastest engine that needs no installation.');
  });

  it('starts the CPU engine without a word on the screen', async () => {
    const { warn } = console;
    const warned: unknown[] = [];
    console.warn = (...words: unknown[]) => warned.push(words);
    const engine = await startEngine('cpu');
    tf.tensor([1, 2]).square().dispose();
    console.warn = warn;
    assert.equal(engine.name, 'cpu');
    assert.deepEqual(warned, []);
  });

  it('takes the CPU engine where there is no WebAssembly, and says so', async function () {
    this.timeout(20_000);
    const script = fileURLToPath(new URL('withoutWasm.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ['--import=tsx', script]);
    const { name, reason } = JSON.parse(stdout);
    assert.equal(name, 'cpu');
    assert.match(reason, /^The portable engine did not start here \(.+\), so the plain one runs/);
  });

  it('says where no native engine is installed, and how to get one', async () => {
    const message = /^EngineError: There is no native engine.*Install Native Engine/;
    await assert.rejects(
      withoutNative(() => startEngine('native')),
      message,
    );
  });

  it('lists the engines when the name is unknown', async () => {
    await assert.rejects(
      startEngine('quantum'),
      /no engine named “quantum”.*auto, portable, cpu, native/,
    );
  });

  it('stands in for backends of other platforms', async () => {
    await startEngine('portable');
    assert.equal(await tf.setBackend('tensorflow'), true);
    assert.equal(tf.getBackend(), 'portable');
  });

  it('counts live tensors and their bytes', async () => {
    const engine = await startEngine('portable');
    const before = engine.memory();
    const tensor = tf.zeros([10, 10]);
    const { tensors, bytes } = engine.memory();
    tensor.dispose();
    assert.deepEqual([tensors - before.tensors, bytes - before.bytes], [1, 400]);
    assert.deepEqual(engine.memory(), before);
  });
});

/** The variable names the only folder in which a native engine is looked for. */
async function withoutNative<Result>(act: () => Promise<Result>): Promise<Result> {
  process.env.GENAI101_NATIVE = tmpdir();
  try {
    return await act();
  } finally {
    delete process.env.GENAI101_NATIVE;
  }
}
