import assert from 'node:assert/strict';
import { isLawful, melodies } from '../../../src/data/melodies.ts';

describe('the melodies', () => {
  const made = melodies({ count: 200, seed: 1 });

  it('are eight bars of lawful notes each, and no two the same', () => {
    for (const tune of made) {
      assert.ok(isLawful(tune), JSON.stringify(tune));
      const beats = tune.reduce((sum, note) => sum + note.beats, 0);
      assert.equal(beats, 32);
    }
    assert.equal(new Set(made.map((tune) => JSON.stringify(tune))).size, 200);
  });

  it('come home to a C of two beats', () => {
    for (const tune of made) {
      const { pitch, beats } = tune.at(-1) ?? { pitch: 0, beats: 0 };
      assert.ok(pitch % 12 === 0 && beats === 2);
    }
  });

  it('are the same for the same seed, whatever the count', () => {
    assert.deepEqual(melodies({ count: 5, seed: 1 }), made.slice(0, 5));
    assert.notDeepEqual(melodies({ count: 5, seed: 2 }), made.slice(0, 5));
  });
});
