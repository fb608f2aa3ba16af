/** Starts the VS Code server from npm and stops it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { findNode } from '../../src/build/node.ts';
import { installVsCodeServer } from './install.ts';

export interface ServerOptions {
  /** Profile, extensions and log of this server; made when it is not there. */
  dir: string;
  /** With true the workbench asks whether a folder is to be trusted; without, every folder is. */
  workspaceTrust?: boolean;
  /** False for a workbench as a user has it: toasts and modal dialogs show, no test driver in the page. */
  testDriver?: boolean;
  /** A free port of this range is taken. */
  ports?: string;
  /** Asked for in the address as ?tkn=…; none by default, as in every test. */
  token?: string;
  /** Undefined takes a variable away. */
  environment?: Record<string, string | undefined>;
  /** More command line arguments. */
  args?: readonly string[];
}

export interface Server {
  readonly origin: string;
  readonly port: number;
  readonly dir: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

const startLimit = 60_000;
const stopLimit = 5_000;

export async function startServer(options: ServerOptions): Promise<Server> {
  const code = await installVsCodeServer();
  await mkdir(path.join(options.dir, 'extensions'), { recursive: true });
  const child = spawn(
    findNode(),
    [path.join(code, 'out/server-main.js'), ...serverArguments(options)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      // No native engine but where a test brings one: what is chosen must not depend on this computer.
      env: {
        ...process.env,
        EXTENSIONS_GALLERY: '{}',
        GENAI101_NATIVE: options.dir,
        ...options.environment,
      },
    },
  );
  const port = await listening(child, path.join(options.dir, 'server.log'));
  return {
    origin: `http://localhost:${port}`,
    port,
    dir: options.dir,
    process: child,
    stop: () => stop(child),
  };
}

function serverArguments(options: ServerOptions): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', options.ports ?? '8700-8799'],
    ...(options.token ? ['--connection-token', options.token] : ['--without-connection-token']),
    ...['--server-data-dir', options.dir],
    ...['--extensions-dir', path.join(options.dir, 'extensions')],
    ...['--telemetry-level', 'off', '--disable-update-check'],
    ...['--accept-server-license-terms', '--disable-getting-started-override'],
    ...(options.testDriver === false ? [] : ['--enable-smoke-test-driver']),
    ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...(options.args ?? []),
  ];
}

/** Resolves with the port once the server says that it listens. */
function listening(child: ChildProcess, logFile: string): Promise<number> {
  const log = createWriteStream(logFile);
  let said = '';
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      child.kill('SIGKILL');
      reject(new Error(`The VS Code server did not start: ${reason}.\n${said}`));
    };
    const timer = setTimeout(() => fail(`no answer in ${startLimit / 1000} s`), startLimit);
    const read = (data: Buffer) => {
      log.write(data);
      if (said.length < 100_000) said += data.toString();
      const port = /agent listening on (\d+)/.exec(said)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (status) => {
      clearTimeout(timer);
      log.end();
      fail(`it ended with status ${status}`);
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopLimit);
  await ended;
  clearTimeout(timer);
}
