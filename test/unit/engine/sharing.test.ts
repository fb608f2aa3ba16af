import assert from 'node:assert/strict';
import { Sharing } from '../../../src/engine/portable/kernels/sharing.ts';

/** Training on a machine where helpers do so many milliseconds a step, and are waited for so long. */
function machine() {
  let clock = 0;
  const sharing = new Sharing(() => clock);
  /** The part of so many steps, of 2 ms, that was shared. */
  const train = (steps: number, helped: number, waited: number) => {
    let shared = 0;
    for (let i = 0; i < steps; i++) {
      if (sharing.isOn) {
        sharing.weigh(helped, waited);
        shared++;
      }
      clock += 2;
    }
    return shared / steps;
  };
  return train;
}

describe('sharing work with helper threads', () => {
  it('goes on where they help more than they are waited for', () => {
    const train = machine();
    assert.equal(train(1000, 0.8, 0.1), 1);
  });

  it('ends for a while where they are waited for, and is tried less and less often', () => {
    const train = machine();
    const early = train(500, 0.5, 4);
    const late = train(20_000, 0.5, 4);
    assert.ok(early > 0 && early < 0.1, `${early} at first`);
    assert.ok(late > 0 && late < 0.005, `${late} later`);
  });

  it('ends when the machine has become busy, however well it went before', () => {
    const train = machine();
    train(10_000, 1, 0);
    assert.ok(train(200, 0.5, 4) < 0.5);
  });

  it('begins when the machine has become free', () => {
    const train = machine();
    train(1000, 0.5, 4);
    train(3000, 1, 0);
    assert.equal(train(1000, 1, 0), 1);
  });
});
