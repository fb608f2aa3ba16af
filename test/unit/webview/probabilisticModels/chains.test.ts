import assert from 'node:assert/strict';
import { Random } from '../../../../src/data/random.ts';
import {
  choices,
  isCopy,
  learn,
  perplexity,
  write,
} from '../../../../walkthroughs/07-probabilistic-models/figures/chainLab.ts';

const texts = [[...'aba'], [...'abb']];

describe('the Markov chains of the panel', () => {
  it('count what follows a context, the most frequent first', () => {
    const chain = learn(texts, 1);
    assert.deepEqual(
      choices(chain, [...'xb'], 1).map(({ token, count }) => [token, count]),
      [
        ['a', 1],
        ['b', 1],
        ['.', 1],
      ],
    );
    assert.deepEqual(choices(chain, [], 1), [{ token: 'a', count: 2, probability: 1 }]);
  });

  it('give the perplexity of a case worked by hand', () => {
    // Order 0 over a, b and the end: counts 3, 3, 2 of 8, a tenth added to each.
    const chain = learn(texts, 0);
    const p = (count: number) => (count + 0.1) / 8.3;
    const expected = Math.exp(-(Math.log(p(3)) + Math.log(p(2))) / 2);
    assert.ok(Math.abs(perplexity(chain, 0, [['a']], 3) - expected) < 1e-12);
  });

  it('write only steps that were counted, and the same ones from the same seed', () => {
    const chain = learn(texts, 2);
    const made = [1, 2, 3, 4].map((seed) => write(chain, 2, new Random(seed)).join(''));
    assert.ok(made.every((text) => ['aba', 'abb'].includes(text)));
    assert.equal(write(chain, 2, new Random(1)).join(''), made[0]);
    assert.equal(isCopy('names', [...'qqq']), false);
  });
});
