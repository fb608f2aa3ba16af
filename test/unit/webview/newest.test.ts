import assert from 'node:assert/strict';
import { NewestFirst } from '../../../src/webview/gallery/newest.ts';

describe('requests while dragging', () => {
  function recorder() {
    const sent: [number, string][] = [];
    return { sent, requests: new NewestFirst<string>((id, wish) => sent.push([id, wish])) };
  }

  it('sends two at a time, then the newest', () => {
    const { sent, requests } = recorder();
    for (const wish of ['a', 'b', 'c', 'd']) requests.ask(wish);
    assert.deepEqual(sent, [
      [0, 'a'],
      [1, 'b'],
    ]);
    assert.equal(requests.answered(0), 'a');
    assert.deepEqual(sent.at(-1), [2, 'd']);
    assert.equal(requests.isIdle, false);
    assert.equal(requests.answered(1), 'b');
    assert.equal(requests.answered(2), 'd');
    assert.equal(requests.isIdle, true);
    assert.equal(sent.length, 3);
  });

  it('ignores answers to what nobody waits for', () => {
    const { sent, requests } = recorder();
    requests.ask('a');
    requests.reset();
    assert.equal(requests.answered(0), undefined);
    requests.ask('b');
    assert.deepEqual(sent.at(-1), [1, 'b']);
    assert.equal(requests.answered(7), undefined);
  });
});
