import assert from 'node:assert/strict';
import {
  fileName,
  pictureWords,
  sheetWords,
  statusWords,
  workWords,
} from '../../../../src/webview/certificate/words.ts';
import { chapter, picture } from './chapters.ts';

describe('the words of a certificate', () => {
  it('say “has completed” only when every idea is done', () => {
    assert.equal(statusWords({ done: 50, all: 50 }), 'has completed the course: all 50 ideas');
    assert.equal(statusWords({ done: 49, all: 50 }), 'is on the way: 49 of 50 ideas');
    assert.equal(statusWords({ done: 0, all: 50 }), 'is at the start: 0 of 50 ideas');
    assert.doesNotMatch(statusWords({ done: 0, all: 0 }), /completed/);
  });

  it('add up what was done in all chapters', () => {
    assert.equal(
      workWords([chapter(1, 4), chapter(2, 1)]),
      '5 of 8 exercises solved · 5 of 8 questions answered · 5 of 8 examples run',
    );
  });

  it('say which sample, script and seed a picture comes from', () => {
    assert.deepEqual(pictureWords(picture), [
      '“samples” at step 1,200',
      'A variational autoencoder',
      'variational-autoencoder.ts, seed 42',
    ]);
    assert.deepEqual(pictureWords({ ...picture, title: 'my.ts', script: 'my.ts' }), [
      '“samples” at step 1,200',
      'my.ts, seed 42',
    ]);
  });

  it('tell the sheet to people who do not see it', () => {
    const words = sheetWords('Ada', [chapter(1, 1)], picture);
    assert.match(words, /^Certificate of GenAI 101: Ada is on the way: 1 of 4 ideas\./);
    assert.match(words, /Their picture: “samples” .*seed 42\.$/);
    assert.match(sheetWords(' ', [], undefined), /a person whose name is left open/);
  });

  it('make a file name that every system takes', () => {
    assert.equal(fileName('Ada Lovelace'), 'GenAI-101-certificate-Ada-Lovelace');
    assert.equal(fileName('../a:b\\c"?'), 'GenAI-101-certificate-a-b-c');
    assert.equal(fileName(''), 'GenAI-101-certificate');
    assert.ok(fileName('x'.repeat(300)).length <= 80);
  });
});
