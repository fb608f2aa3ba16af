import assert from 'node:assert/strict';
import type { TestMessage } from 'vscode';
import { verdictText } from '../../../src/host/exercises/verdictText.ts';

/** What VS Code's own class holds of a message, at a line counted from 0. */
function message(text: string, line?: number): TestMessage {
  const location = { uri: { fsPath: '/course/gap.ts' }, range: { start: { line } } };
  return { message: text, ...(line === undefined ? {} : { location }) } as TestMessage;
}

describe('the Test Results of an exercise', () => {
  it('say what was expected, what was seen, and at which line', () => {
    const messages = [message('Expected: four clusters.\nSeen: three.', 35)];
    assert.equal(
      verdictText('Gap', { kind: 'failed', messages }),
      [
        '✗ Gap: not yet.',
        '  Expected: four clusters.',
        '  Seen: three.',
        '  gap.ts, line 36',
        '  “Hint” above the script helps.',
        '',
      ].join('\r\n'),
    );
  });

  it('say what kept a script from its check', () => {
    const text = verdictText('Gap', { kind: 'broken', messages: [message('Error in matMul')] });
    assert.equal(text, '✗ Gap: it did not get as far as its check.\r\n  Error in matMul\r\n');
  });

  it('say that it is solved, and where the solution is', () => {
    assert.match(verdictText('Gap', { kind: 'passed' }), /^✓ Gap: solved\. “Solution” above/);
  });
});
