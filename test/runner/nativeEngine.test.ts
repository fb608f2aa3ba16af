import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { filesHash, filesIn } from '../../src/engine/native/filesHash.ts';
import { fingerprint } from '../../src/engine/native/find.ts';
import { type Findings, readFindings, writeFindings } from '../../src/engine/native/findings.ts';
import { kinds } from '../../src/engine/native/kind.ts';
import { needCompiler, withIllegalInstruction, withoutLibrary } from '../support/brokenNative.ts';
import { needNative } from '../support/native.ts';
import { lastRecord, metric, node, root, run } from './runner.ts';
import { write } from './script.ts';

const CONVOLUTIONAL = `
import * as tf from '@tensorflow/tfjs-node';
import { log } from 'genai101';
const model = tf.sequential({ layers: [
  tf.layers.conv2d({ filters: 4, kernelSize: 3, activation: 'relu', inputShape: [8, 8, 1] }),
  tf.layers.flatten(),
  tf.layers.dense({ units: 1 }),
] });
model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
const xs = tf.randomNormal([64, 8, 8, 1]);
await model.fit(xs, xs.mean([1, 2]), { epochs: 3 });
console.log(tf.getBackend());
`;

describe('the native engine in a runner', () => {
  let native: { folder: string; file: string };
  let script: string;
  let state: string;

  before(async function () {
    native = await needNative(this);
    script = write({ 'convolutional.mjs': CONVOLUTIONAL });
  });

  beforeEach(() => {
    state = mkdtempSync(path.join(tmpdir(), 'genai101-state-'));
  });

  const train = async (engine: string, env: Record<string, string> = {}) => {
    const ended = await run(script, { engine, engines: { state }, env });
    assert.equal(lastRecord(ended).type, 'done', ended.stderr);
    const started = ended.messages.find((message) => message.type === 'started');
    assert.ok(started?.type === 'started');
    return { ...ended, engine: started.engine, losses: lossesOf(ended.records) };
  };
  const lossesOf = (records: Parameters<typeof metric>[0]) =>
    metric(records, 'loss').map(({ value }) => Number(value));

  /** What an automatic choice goes by in the runner's build. */
  const measured = (portable: number, other: number): Findings => ({
    binding: fingerprint(native.file),
    probed: { works: true, version: '2' },
    speeds: {
      build: filesHash(filesIn(path.join(root, 'dist/runner'))),
      byKind: Object.fromEntries(
        kinds.map((kind) => [kind, { portable, native: other }]),
      ) as NonNullable<Findings['speeds']>['byKind'],
    },
  });

  it('trains to the same losses as the portable one, without a word on stderr', async () => {
    const [portable, other] = [await train('portable'), await train('native')];
    assert.equal(other.engine.name, 'native');
    assert.match(other.engine.version, /^4\.\d+\.\d+ with TensorFlow 2\.\d+\.\d+$/);
    assert.equal(other.engine.reason, 'It was asked for.');
    assert.equal(other.stdout.trim(), 'tensorflow');
    assert.equal(other.stderr, '');
    assert.equal(other.losses.length, 3);
    other.losses.forEach((loss, i) => {
      const expected = portable.losses[i] ?? Number.NaN;
      assert.ok(Math.abs(loss - expected) < 1e-4 * expected, `${loss} instead of ${expected}`);
    });
  });

  it('is not chosen before it was measured', async () => {
    const { engine } = await train('auto');
    assert.equal(engine.name, 'portable');
    assert.match(engine.reason, /whether the native engine is faster here is not measured yet\.$/);
  });

  it('is chosen where it trains this kind of model faster, and only there', async () => {
    writeFindings(state, measured(30, 10));
    const { engine } = await train('auto');
    assert.equal(engine.name, 'native');
    assert.match(engine.reason, /a convolutional model.*3\.0 times as fast as the portable one\.$/);
    writeFindings(state, measured(10, 30));
    assert.equal((await train('auto')).engine.name, 'portable');
  });

  it('gives way to the portable one where it crashes at load, and is tried again when asked for', async function () {
    needCompiler(this);
    const { folder } = withIllegalInstruction();
    const env = { GENAI101_NATIVE: folder };
    const { engine } = await train('native', env);
    assert.equal(engine.name, 'portable');
    assert.match(
      engine.reason,
      /does not work here \(this computer’s processor lacks instr.*instead/,
    );
    assert.equal(
      (await train('auto', env)).engine.reason,
      'It is the fastest engine that works here.',
    );
    assert.equal((await train('native', env)).engine.name, 'portable');
  });

  it('works again once what was missing is there', async () => {
    const { folder } = withoutLibrary(native.file);
    const env = { GENAI101_NATIVE: folder };
    const { engine } = await train('native', env);
    assert.match(engine.reason, /^The native engine does not work here \(a library is missing/);
    mkdirSync(path.join(folder, 'deps'));
    symlinkSync(path.join(native.folder, 'deps/lib'), path.join(folder, 'deps/lib'));
    assert.equal((await train('native', env)).engine.name, 'native');
  });

  it('is measured once against the portable one, in a process of its own', async function () {
    this.timeout(120_000);
    const first = await measure(state);
    assert.ok(first.probed.works);
    assert.deepEqual(Object.keys(first.speeds?.byKind ?? {}), [...kinds]);
    for (const { portable, native: other } of Object.values(first.speeds?.byKind ?? {})) {
      assert.ok(portable > 0 && other > 0);
    }
    assert.deepEqual(await measure(state), first);
    assert.deepEqual(readFindings(state, fingerprint(native.file)), first);
  });

  it('is found broken by the measurement, which the next run tells once', async function () {
    needCompiler(this);
    const { folder } = withIllegalInstruction();
    const env = { GENAI101_NATIVE: folder };
    const { probed } = await measure(state, env);
    assert.ok(!probed.works);
    const reasons = [await train('auto', env), await train('auto', env)].map(
      ({ engine }) => engine.reason,
    );
    assert.match(
      reasons[0] ?? '',
      /^The native engine does not work here: this computer’s processor/,
    );
    assert.equal(reasons[1], 'It is the fastest engine that works here.');
  });

  it('gives way within a run where its files went since it was measured', async () => {
    const { folder, file } = withoutLibrary(native.file);
    writeFindings(state, { ...measured(30, 10), binding: fingerprint(file) });
    const { engine } = await train('auto', { GENAI101_NATIVE: folder });
    assert.equal(engine.name, 'portable');
    assert.match(engine.reason, /does not work here \(The native engine did not load/);
  });
});

async function measure(state: string, env: Record<string, string> = {}): Promise<Findings> {
  const main = path.join(root, 'dist/runner/measure.mjs');
  const options = { env: { ...process.env, ...env } };
  const { stdout } = await promisify(execFile)(node, [main, JSON.stringify({ state })], options);
  return JSON.parse(stdout);
}
