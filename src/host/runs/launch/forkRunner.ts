import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { RunRequest } from '../../../protocol/runner.ts';
import { runnerEnvironment } from './environment.ts';
import type { Ended, Listener, Runner } from './runner.ts';

const tailLength = 4000;

/** Starts the runner as a child with a message channel. */
export function forkRunner(runnerPath: string, request: RunRequest, listener: Listener): Runner {
  const child = spawn(process.execPath, [runnerPath], {
    cwd: path.dirname(request.file),
    env: runnerEnvironment(JSON.stringify(request)),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    windowsHide: true,
  });
  child.on('message', (message) => listener.receive(message));
  const ended = watch(child, listener);
  return {
    pid: child.pid,
    ended,
    // A runner that is just ending takes no message any more; its end is reported by `ended`.
    send: (message) => void (child.connected && child.send(message, () => {})),
    terminate: () => void child.kill('SIGTERM'),
    kill: () => void child.kill('SIGKILL'),
  };
}

function watch(child: ChildProcess, listener: Listener): Promise<Ended> {
  let stderrTail = '';
  child.stdout?.on('data', (chunk: Buffer) => print(chunk));
  child.stderr?.on('data', (chunk: Buffer) => {
    stderrTail = (stderrTail + chunk.toString()).slice(-tailLength);
    print(chunk);
  });
  /** A script that prints faster than the disk takes it has to wait. */
  function print(chunk: Buffer): void {
    const streams = [child.stdout, child.stderr];
    const resume = () => streams.forEach((stream) => void stream?.resume());
    if (!listener.print(chunk, resume)) for (const stream of streams) stream?.pause();
  }
  return new Promise((resolve) => {
    child.on('error', (error) =>
      resolve({ code: null, signal: null, stderrTail: `${stderrTail}\n${error.message}` }),
    );
    child.on('close', (code, signal) => resolve({ code, signal, stderrTail }));
    // A grandchild may hold stdout open for ever: the end of the process itself is what counts.
    child.on('exit', (code, signal) =>
      setTimeout(() => resolve({ code, signal, stderrTail }), 1000).unref(),
    );
  });
}
