/** Evaluates functions inside the extension host, through the extension in remote-control/. */
import { connect, type Socket } from 'node:net';
import type * as vscode from 'vscode';

type Remote<Argument, Result> = (
  api: typeof vscode,
  arg: Argument,
  require: NodeJS.Require,
) => Result | PromiseLike<Result>;

export interface RemoteControl {
  /** The function is sent as text: it sees its three parameters and nothing else from here. */
  evaluate<Result>(fn: Remote<undefined, Result>): Promise<Result>;
  evaluate<Argument, Result>(fn: Remote<Argument, Result>, arg: Argument): Promise<Result>;
  close(): void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export async function connectRemoteControl(path: string, limit = 60_000): Promise<RemoteControl> {
  const socket = await connectWithin(path, limit);
  const waiting = new Map<number, Waiting>();
  readAnswers(socket, waiting);
  let id = 0;
  return {
    evaluate: (fn: unknown, arg?: unknown) =>
      new Promise<never>((resolve, reject) => {
        waiting.set(++id, { resolve: resolve as (value: unknown) => void, reject });
        socket.write(`${JSON.stringify({ id, fn: String(fn), arg })}\n`);
      }),
    close: () => socket.destroy(),
  };
}

function readAnswers(socket: Socket, waiting: Map<number, Waiting>): void {
  let pending = '';
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    pending += text;
    const lines = pending.split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) {
      const { id, ok, error } = JSON.parse(line) as { id: number; ok?: unknown; error?: string };
      const caller = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) caller?.resolve(ok);
      else caller?.reject(new Error(error));
    }
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The extension host is gone.'));
    waiting.clear();
  });
}

/** The socket appears once the extension host has started. */
async function connectWithin(path: string, limit: number): Promise<Socket> {
  const end = Date.now() + limit;
  for (;;) {
    try {
      return await new Promise<Socket>((resolve, reject) => {
        const socket = connect(path, () => resolve(socket));
        socket.once('error', reject);
      });
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
