import assert from 'node:assert/strict';
import { openSession, type Session } from '../host/session.ts';
import { openContainer, treeRow } from '../host/workbench.ts';

describe('the activity bar', () => {
  let session: Session;
  before(async () => {
    session = await openSession();
  });
  after(() => session?.close());

  it('shows the course with its chapters', async () => {
    await openContainer(session.page, 'GenAI 101');
    await treeRow(session.page, /Types of learning/).waitFor({ timeout: 30_000 });
  });

  it('loads no TensorFlow.js in the extension host', async () => {
    const loaded = await session.remote.evaluate((_vscode, _arg, require) =>
      Object.keys(require.cache).filter((file) => /tfjs|runner/.test(file)),
    );
    assert.deepEqual(loaded, []);
  });
});
