import assert from 'node:assert/strict';
import { isLawful, names } from '../../../src/data/names.ts';

describe('the invented names', () => {
  it('are of lower-case letters, no two the same, 3 to 16 letters long', () => {
    const all = names({ count: 3000, seed: 1 });
    assert.equal(new Set(all).size, 3000);
    for (const name of all) assert.match(name, /^[a-z]{3,16}$/);
  });

  it('have vowels that agree, and an end that answers their beginning', () => {
    assert.ok(names({ count: 500, seed: 2 }).every(isLawful));
    assert.ok(!isLawful('lemora'), 'bright and dark vowels');
    assert.ok(!isLawful('lamoran'), 'consonants at both ends');
    assert.ok(!isLawful('amora'), 'vowels at both ends');
    assert.ok(isLawful('lamora') && isLawful('enilis'));
  });

  it('are the same for the same seed, the first of them whatever the count', () => {
    const few = names({ count: 10, seed: 3 });
    assert.deepEqual(names({ count: 50, seed: 3 }).slice(0, 10), few);
    assert.notDeepEqual(names({ count: 10, seed: 4 }), few);
  });
});
