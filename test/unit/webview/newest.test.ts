import assert from 'node:assert/strict';
import { NewestFirst } from '../../../src/webview/gallery/newest.ts';

describe('requests while dragging', () => {
  function recorder() {
    const sent: [number, string][] = [];
    return { sent, requests: new NewestFirst<string>((id, wish) => sent.push([id, wish])) };
  }

  it('sends one at a time, then the newest', () => {
    const { sent, requests } = recorder();
    for (const wish of ['a', 'b', 'c']) requests.ask(wish);
    assert.deepEqual(sent, [[0, 'a']]);
    assert.equal(requests.answered(0), true);
    assert.deepEqual(sent, [
      [0, 'a'],
      [1, 'c'],
    ]);
    assert.equal(requests.answered(1), true);
    assert.equal(sent.length, 2);
  });

  it('ignores answers to what nobody waits for', () => {
    const { sent, requests } = recorder();
    requests.ask('a');
    requests.reset();
    assert.equal(requests.answered(0), false);
    requests.ask('b');
    assert.deepEqual(sent.at(-1), [1, 'b']);
  });
});
