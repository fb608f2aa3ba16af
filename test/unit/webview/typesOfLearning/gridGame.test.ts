import assert from 'node:assert/strict';
import {
  bestValues,
  FIRST_MAP,
  policyValues,
  readBoard,
  rules,
  target,
} from '../../../../walkthroughs/01-types-of-learning/figures/gridGame.ts';
import { QLearner } from '../../../../walkthroughs/01-types-of-learning/figures/qLearner.ts';

const board = readBoard(FIRST_MAP);
const firm = { ...rules, slip: 0 };
const slippery = { ...rules, slip: 0.2 };

describe('the grid game', () => {
  it('stops moves at walls and edges', () => {
    const small = readBoard(['S#', '.G']);
    assert.equal(target(small, 0, 1), 0);
    assert.equal(target(small, 0, 0), 0);
    assert.equal(target(small, 0, 2), 2);
  });

  it('has the best values that follow from a corridor by hand', () => {
    const corridor = readBoard(['S..G']);
    const values = bestValues(corridor, firm);
    const before = -0.2 + 0.95 * 10;
    assert.ok(Math.abs((values[2] ?? 0) - 10) < 1e-6);
    assert.ok(Math.abs((values[1] ?? 0) - before) < 1e-6);
    assert.ok(Math.abs((values[0] ?? 0) - (-0.2 + 0.95 * before)) < 1e-6);
  });

  it('makes no policy worth more than the best values', () => {
    const best = bestValues(board, slippery);
    for (const action of [0, 1, 2, 3]) {
      const worth = policyValues(
        board,
        slippery,
        board.kinds.map(() => action),
      );
      assert.ok(worth.every((value, cell) => value <= (best[cell] ?? 0) + 1e-6));
    }
  });
});

describe('Q-learning in the panel', () => {
  const play = (seed: number, moves: number) => {
    const learner = new QLearner(board, seed);
    for (let i = 0; i < moves; i++) learner.move(board, firm, { rate: 0.1, explore: 0.2 });
    return learner;
  };

  it('finds a policy worth at least 95 % of the best, for several seeds', () => {
    const best = bestValues(board, firm)[board.start] ?? 0;
    for (const seed of [1, 2, 3, 4, 5]) {
      const learner = play(seed, 20_000);
      const policy = board.kinds.map((_, cell) => learner.greedy(cell) ?? 0);
      const worth = policyValues(board, firm, policy)[board.start] ?? 0;
      assert.ok(worth >= 0.95 * best, `seed ${seed}: ${worth} of ${best}`);
    }
  });

  it('replays exactly from the same seed', () => {
    assert.deepEqual(play(3, 500).q, play(3, 500).q);
    assert.notDeepEqual(play(3, 500).q, play(4, 500).q);
  });

  it('pulls Q towards the reward plus the discounted best that follows', () => {
    const corridor = readBoard(['SG']);
    const learner = new QLearner(corridor, 1);
    for (let i = 0; i < 40; i++) {
      const { before, after, reward, best } = learner.move(corridor, firm, {
        rate: 0.1,
        explore: 1,
      });
      assert.ok(Math.abs(after - (before + 0.1 * (reward + 0.95 * best - before))) < 1e-12);
    }
  });
});
