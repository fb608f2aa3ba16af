import assert from 'node:assert/strict';
import type { KernelExports } from '../../../src/engine/portable/kernels/kernels.ts';
import { Sharing } from '../../../src/engine/portable/kernels/sharing.ts';

/** A machine on whose clock a call takes so many milliseconds alone, and so many shared. */
function machine(alone: number, shared: number) {
  const times = { alone, shared };
  let clock = 0;
  let sharedCalls = 0;
  const run: KernelExports['run'] = (_kind, _units, chunk) => {
    clock += chunk > 0 ? times.shared : times.alone;
    if (chunk > 0) sharedCalls++;
  };
  const sharing = new Sharing({ run }, () => clock);
  /** The part of so many calls that was shared. */
  const repeat = (count: number) => {
    sharedCalls = 0;
    for (let i = 0; i < count; i++) sharing.run(1, 8, 1);
    return sharedCalls / count;
  };
  return { times, repeat };
}

describe('sharing a kernel among threads', () => {
  it('goes on where it gains', () => {
    const { repeat } = machine(0.2, 0.1);
    repeat(8);
    assert.equal(repeat(100), 1);
  });

  it('ends where it gains nothing', () => {
    const { repeat } = machine(0.1, 0.2);
    repeat(8);
    assert.equal(repeat(100), 0);
  });

  it('ends when the machine has become busy', () => {
    const { times, repeat } = machine(0.1, 0.05);
    repeat(20);
    times.shared = 1;
    repeat(20);
    assert.equal(repeat(100), 0);
  });

  it('begins when the machine has become free', () => {
    const { times, repeat } = machine(0.05, 0.3);
    repeat(20);
    times.shared = 0.01;
    repeat(244); // until it is tried again, after 256 calls
    assert.equal(repeat(50), 1);
  });
});
