/** The Node that runs what needs a newer one than the system may have. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** `module.registerHooks`, on which the runner stands, came with it. */
const NEEDED = { major: 22, minor: 15 };

const root = path.resolve(import.meta.dirname, '../..');

/**
 * A Node ≥ 22.15: this very process, the one pinned for the test host, `GENAI101_NODE`, or one on the PATH.
 * @throws Error that says how to get one.
 */
export function findNode(): string {
  if (isEnough(process.versions.node)) return process.execPath;
  for (const candidate of candidates()) {
    if (isEnough(versionOf(candidate))) return candidate;
  }
  throw new Error(
    `This needs Node ${NEEDED.major}.${NEEDED.minor} or newer, and found only ${process.versions.node}. ` +
      'Run “npm ci --ignore-scripts --prefix test/host/vscode” to get one for this project, ' +
      'or set GENAI101_NODE to the path of one.',
  );
}

function candidates(): string[] {
  const exe = process.platform === 'win32' ? 'node.exe' : 'node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const pinned = path.join(
    root,
    `test/host/vscode/node_modules/node-${platform}-${process.arch}/bin/${exe}`,
  );
  const asked = process.env.GENAI101_NODE;
  return [...(existsSync(pinned) ? [pinned] : []), ...(asked ? [asked] : []), exe];
}

function versionOf(node: string): string {
  try {
    return execFileSync(node, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return ''; // not there or not a Node: the next candidate
  }
}

function isEnough(version: string): boolean {
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
  if (major === undefined) return false;
  return (
    Number(major) > NEEDED.major ||
    (Number(major) === NEEDED.major && Number(minor) >= NEEDED.minor)
  );
}
