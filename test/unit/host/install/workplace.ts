/** A folder and a server for one test of the installer. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { InstallOptions } from '../../../../src/host/engines/install/install.ts';
import type { Network } from '../../../../src/host/engines/install/network.ts';
import { type Source, sourcesFor } from '../../../../src/host/engines/install/sources.ts';
import { ArchiveServer, type Served } from './archiveServer.ts';

export const bindingPath = '/tf-builds/pre-built-binary/napi-v8/4.22.0/CPU-linux-4.22.0.tar.gz';
export const libraryPath = '/tensorflow/libtensorflow/libtensorflow-cpu-linux-x86_64-2.9.1.tar.gz';

export class Workplace {
  readonly folder: string;
  readonly server: ArchiveServer;
  readonly abort = new AbortController();
  network: Network = { env: {} };

  private constructor(folder: string, server: ArchiveServer) {
    this.folder = folder;
    this.server = server;
  }

  static async open(): Promise<Workplace> {
    const folder = await mkdtemp(path.join(tmpdir(), 'g101-install-'));
    return new Workplace(folder, await ArchiveServer.start());
  }

  /** What the extension would ask for on Linux, with the test's server as its mirror. */
  get sources(): Source[] {
    return sourcesFor('linux-x64', { mirror: this.server.url, env: { HOME: this.folder } });
  }

  /** Puts the archives on the server, with checksums beside them. */
  serve(binding: Buffer, library: Buffer): void {
    for (const [where, bytes] of [
      [bindingPath, binding],
      [libraryPath, library],
    ] as const) {
      this.server.files.set(where, { bytes, etag: `"${hash('md5', bytes)}"` });
      this.server.files.set(`${where}.sha256`, {
        bytes: Buffer.from(`${hash('sha256', bytes)}  ${path.basename(where)}\n`),
      });
    }
  }

  /** Changes how the server behaves with a file. */
  change(where: string, change: Partial<Served>): void {
    const file = this.server.files.get(where);
    if (!file) throw new Error(`The server has no ${where}.`);
    this.server.files.set(where, { ...file, ...change });
  }

  get options(): InstallOptions {
    return {
      storage: path.join(this.folder, 'native'),
      platform: 'linux-x64',
      sources: this.sources,
      network: this.network,
      signal: this.abort.signal,
      pauses: [],
      onStep() {},
    };
  }

  async close(): Promise<void> {
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export function hash(name: 'sha256' | 'md5', bytes: Buffer, as: 'hex' | 'base64' = 'hex'): string {
  return createHash(name).update(bytes).digest(as);
}

/** Bytes that do not compress, the same each time. */
export function noise(length: number, seed = 1): Buffer {
  let state = seed;
  return Buffer.alloc(length).map(() => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state >> 16;
  });
}
