import assert from 'node:assert/strict';
import { isRhyme, verses, verseWords } from '../../../src/data/verses.ts';
import { families } from '../../../src/data/verseWords.ts';

const lastWord = (line: string) => line.match(/[a-z]+(?=\W$)/)?.[0] ?? '';

describe('the verses', () => {
  const all = verses({ count: 2000, seed: 1 });

  it('are four lines of 20 to 45 characters, in 31 characters in all', () => {
    assert.equal(new Set(all).size, 2000);
    for (const verse of all) {
      assert.match(verse, /^([a-z ,]{20,44}[,.]\n){3}[a-z ,]{20,44}[.!]$/);
    }
    assert.equal(new Set(all.join('\n')).size, 31);
  });

  it('rhyme in pairs of lines, never a word with itself', () => {
    for (const verse of all) {
      const ends = verse.split('\n').map(lastWord);
      assert.ok(isRhyme(ends[0] ?? '', ends[1] ?? ''), verse);
      assert.ok(isRhyme(ends[2] ?? '', ends[3] ?? ''), verse);
    }
    const words = families.flatMap(({ nouns, verbs }) => [...nouns, ...verbs]);
    assert.equal(new Set(words).size, words.length, 'a word is in two families');
    assert.ok(!isRhyme('snow', 'snow') && !isRhyme('snow', 'tree'));
  });

  it('are made of few words, most lines of which stand only once', () => {
    const words = verseWords();
    const known = all.every((verse) => verse.match(/[a-z]+/g)?.every((word) => words.has(word)));
    assert.ok(known && words.size > 350 && words.size < 500, `${words.size} words`);
    const lines = all.flatMap((verse) => verse.split('\n').map((line) => line.slice(0, -1)));
    assert.ok(new Set(lines).size > 0.98 * lines.length);
    assert.doesNotMatch(all.join('\n'), /\ba [aeiou]/);
  });

  it('are the same for the same seed, the first of them whatever the count', () => {
    const few = verses({ count: 10, seed: 3 });
    assert.deepEqual(verses({ count: 50, seed: 3 }).slice(0, 10), few);
    assert.notDeepEqual(verses({ count: 10, seed: 4 }), few);
  });
});
