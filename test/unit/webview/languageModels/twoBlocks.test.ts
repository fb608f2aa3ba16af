import assert from 'node:assert/strict';
import { guess, read } from '../../../../walkthroughs/12-language-models/figures/twoBlocks.ts';

describe('two blocks with weights set by hand', () => {
  const text = 'tick tack tick t';
  const sharp = { sharpness: 12, positions: true };

  it('look at the place before in block 1, and never ahead', () => {
    const { maps } = read(text, sharp);
    for (const map of maps) {
      for (const [place, row] of map.entries()) {
        assert.ok(Math.abs(row.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-9);
        assert.ok(row.slice(place + 1).every((weight) => weight === 0));
      }
    }
    const [first] = maps;
    for (let place = 1; place < first.length; place++) {
      assert.ok((first[place]?.[place - 1] ?? 0) > 0.9, `place ${place}`);
    }
  });

  it('expect what came after the same character before', () => {
    const reading = read(text, sharp);
    const { letters, odds } = reading;
    // After t came i, a, i.
    const share = (letter: string) => odds.at(-1)?.[letters.indexOf(letter)] ?? 0;
    assert.ok(Math.abs(share('i') - 2 / 3) < 0.05, `${share('i')}`);
    assert.ok(Math.abs(share('a') - 1 / 3) < 0.05, `${share('a')}`);
    assert.equal(guess(reading, text.length), 'i');
    assert.equal(guess(reading, 9), ' '); // c, k, then a space, as after “tick”
  });

  it('do not know the order without positions, and nothing without sharpness', () => {
    const [first] = read(text, { ...sharp, positions: false }).maps;
    const [blunt] = read(text, { ...sharp, sharpness: 0 }).maps;
    for (const map of [first, blunt]) {
      map.forEach((row, place) => {
        for (const weight of row.slice(0, place + 1)) {
          assert.ok(Math.abs(weight - 1 / (place + 1)) < 1e-9);
        }
      });
    }
  });
});
