/**
 * Test only: evaluates functions that the driver sends over a local socket inside the extension host.
 * One JSON object a line: {id, fn, arg} in, {id, ok} or {id, error} out.
 */
const net = require('node:net');
const vscode = require('vscode');

exports.activate = (context) => {
  const socket = process.env.GENAI101_REMOTE_CONTROL;
  if (!socket) return;
  const server = net.createServer(serve);
  server.listen(socket);
  context.subscriptions.push({ dispose: () => server.close() });
};

function serve(connection) {
  let pending = '';
  connection.setEncoding('utf8');
  // A driver that goes away mid-answer is a test that ended.
  connection.on('error', () => {});
  connection.on('data', async (text) => {
    pending += text;
    const lines = pending.split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines)
      connection.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
  });
}

/** The driver's compiler wraps each inner function in a call of this name. */
const keepName = (fn) => fn;

async function answer({ id, fn, arg }) {
  try {
    const call = new Function(
      'vscode',
      'arg',
      'require',
      '__name',
      `return (${fn})(vscode, arg, require)`,
    );
    return { id, ok: await call(vscode, arg, require, keepName) };
  } catch (error) {
    return { id, error: String(error?.stack ?? error) };
  }
}
