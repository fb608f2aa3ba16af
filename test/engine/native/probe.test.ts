import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { probe } from '../../../src/engine/native/probe/probe.ts';
import {
  type Broken,
  forAnotherProcessor,
  forNewerLibc,
  needCompiler,
  needLinux,
  truncated,
  withIllegalInstruction,
  withoutLibrary,
} from '../../support/brokenNative.ts';
import { needNative } from '../../support/native.ts';

describe('the probe of a native engine', function () {
  this.timeout(60_000);

  it('finds one that works, and says which TensorFlow it is', async function () {
    const { file } = await needNative(this);
    const probed = await probe(file);
    assert.ok(probed.works);
    assert.match(probed.version, /^2\.\d+\.\d+/);
  });

  it('survives an illegal instruction', async function () {
    needCompiler(this);
    assert.equal(
      await whyNot(withIllegalInstruction()),
      'this computer’s processor lacks instructions that it needs',
    );
  });

  it('tells a file that is cut off', async function () {
    needLinux(this);
    const { file } = await needNative(this);
    const half = statSync(file).size / 2;
    for (const bytes of [20, half]) {
      assert.match(
        await whyNot(truncated(file, bytes)),
        /^its file is damaged$|^it crashed/,
        `${bytes} bytes`,
      );
    }
  });

  it('names the library that is missing', async function () {
    const { file } = await needNative(this);
    assert.match(await whyNot(withoutLibrary(file)), /^a library is missing \(libtensorflow\S+\)$/);
  });

  it('tells an engine for another processor', async function () {
    needCompiler(this);
    assert.equal(await whyNot(forAnotherProcessor()), 'it was made for another kind of processor');
  });

  it('tells an engine for a newer C library', async function () {
    needCompiler(this);
    assert.equal(
      await whyNot(forNewerLibc()),
      'it needs a newer C library than this computer has (GLIBC_2.99)',
    );
  });
});

async function whyNot({ file }: Broken): Promise<string> {
  const probed = await probe(file);
  assert.ok(!probed.works);
  return probed.why;
}
