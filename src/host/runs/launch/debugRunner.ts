import path from 'node:path';
import * as vscode from 'vscode';
import type { RunRequest } from '../../../protocol/runner.ts';
import { Problem } from '../../problem.ts';
import { runnerEnvironment } from './environment.ts';
import { listenSocket } from './listenSocket.ts';
import type { Listener, Runner } from './runner.ts';

/** Starts the runner under VS Code's JavaScript debugger: breakpoints are hit at the learner's own lines. */
export async function debugRunner(
  runnerPath: string,
  request: RunRequest,
  listener: Listener,
): Promise<Runner> {
  const socket = await listenSocket(request.runId, (message) => listener.receive(message));
  const session = new DebugSession(request.runId);
  const configuration = configure(runnerPath, { ...request, socket: socket.address });
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(request.file));
  const hasStarted = await vscode.debug.startDebugging(folder, configuration);
  if (!hasStarted) {
    session.dispose();
    socket.dispose();
    throw new Problem('The debugger did not start. Is VS Code’s JavaScript debugger enabled?');
  }
  const ended = Promise.race([session.ended, socket.closed]).then(() => {
    session.stop();
    session.dispose();
    socket.dispose();
    return { code: null, signal: null, stderrTail: '' };
  });
  return {
    pid: undefined,
    ended,
    send: (message) => socket.send(message),
    terminate: () => session.stop(),
    kill: () => session.stop(),
  };
}

function configure(runnerPath: string, request: RunRequest): vscode.DebugConfiguration {
  return {
    type: 'node',
    request: 'launch',
    name: path.basename(request.file),
    program: runnerPath,
    runtimeExecutable: process.execPath,
    cwd: path.dirname(request.file),
    env: runnerEnvironment(JSON.stringify(request)),
    // Types are blanked out in place, so the lines that run are the lines of the script.
    sourceMaps: false,
    skipFiles: ['<node_internals>/**', `${path.dirname(runnerPath)}/**`],
    outputCapture: 'std',
    internalConsoleOptions: 'openOnFirstSessionStart',
    autoAttachChildProcesses: false,
    genai101Run: request.runId,
  };
}

/** The session the debugger opened for a run; it is known by the name of the run in its configuration. */
class DebugSession {
  readonly ended: Promise<void>;
  readonly #listeners: vscode.Disposable[] = [];
  #session: vscode.DebugSession | undefined;

  constructor(runId: string) {
    const isOurs = (session: vscode.DebugSession) => session.configuration.genai101Run === runId;
    this.#listeners.push(
      vscode.debug.onDidStartDebugSession((session) => {
        if (isOurs(session)) this.#session ??= session;
      }),
    );
    this.ended = new Promise((resolve) => {
      this.#listeners.push(
        vscode.debug.onDidTerminateDebugSession((session) => {
          if (session.id === this.#session?.id) resolve();
        }),
      );
    });
  }

  stop(): void {
    if (this.#session) void vscode.debug.stopDebugging(this.#session);
  }

  dispose(): void {
    for (const each of this.#listeners) each.dispose();
  }
}
