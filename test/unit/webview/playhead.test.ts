import assert from 'node:assert/strict';
import { advance, atEnd, grown, pause, play, seek } from '../../../src/webview/gallery/playhead.ts';

describe('playhead', () => {
  it('follows the newest frame until the learner scrubs back', () => {
    let head = grown(atEnd, 5);
    assert.equal(head.index, 4);
    head = grown(head, 6);
    assert.equal(head.index, 5);
    head = grown(seek(head, 2, 6), 9);
    assert.equal(head.index, 2);
  });

  it('follows again once scrubbed to the end', () => {
    const head = grown(seek(seek(grown(atEnd, 5), 1, 5), 4, 5), 8);
    assert.deepEqual(head, { index: 7, following: true, playing: false });
  });

  it('reaches every frame when playing, and rests at the end', () => {
    let head = play(grown(atEnd, 4), 4);
    const seen = [head.index];
    while (head.playing) {
      head = advance(head, 4, false);
      seen.push(head.index);
    }
    assert.deepEqual(seen, [0, 1, 2, 3, 3]);
    assert.equal(head.following, true);
  });

  it('plays frames that arrive meanwhile', () => {
    let head = play(grown(atEnd, 2), 2);
    head = advance(head, 2, false);
    head = advance(grown(head, 3), 3, false);
    assert.deepEqual([head.index, head.playing], [2, true]);
  });

  it('begins again in a loop, until paused', () => {
    let head = play(seek(atEnd, 1, 3), 3);
    head = advance(advance(head, 3, true), 3, true);
    assert.equal(head.index, 0);
    assert.equal(advance(pause(head), 3, true).index, 0);
  });

  it('keeps within the frames there are', () => {
    assert.equal(seek(atEnd, -3, 5).index, 0);
    assert.equal(seek(atEnd, 99, 5).index, 4);
    assert.equal(grown(atEnd, 0).index, 0);
    assert.equal(play(atEnd, 1).playing, false);
  });
});
