import assert from 'node:assert/strict';
import { whyNot } from '../../../../src/engine/native/probe/whyNot.ts';

const died = { killed: false, signalCode: null, exitCode: 1 };

describe('what a native engine died of', () => {
  it('is read from the error, not from the line of code before it', () => {
    const stderr =
      'file:///x.mjs:1\nconst truncated=1;throw 0\n^\n\nError: no such kernel\n    at x.mjs:1';
    assert.equal(whyNot({ ...died, stderr }), 'no such kernel');
  });

  it('is read from the words of the loader where there is no error', () => {
    const stderr =
      'node: symbol lookup error: /a/tfjs_binding.node: undefined symbol: TF_Version\n';
    assert.equal(
      whyNot({ ...died, exitCode: 127, stderr }),
      'its parts do not fit together (TF_Version is missing)',
    );
  });

  it('is the exit status where there is no word', () => {
    assert.equal(whyNot({ ...died, stderr: '' }), 'it ended with status 1');
  });
});
