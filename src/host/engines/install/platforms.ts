/**
 * What tfjs-node 4.22.0 downloads when npm installs it, by platform. The names come from its own
 * scripts/install.js, deps-constants.js and get-addon-name.js, and `binary` in its package.json.
 */

export const tfjsNodeVersion = '4.22.0';

export type PlatformName = 'linux-x64' | 'win32-x64' | 'darwin-x64' | 'darwin-arm64';

export interface NativePlatform {
  /** The binding's archive, below the binding's host. */
  binding: string;
  /**
   * Whether the official host has the binding. It has none for Windows and macOS: tensorflow/tfjs issues 7341,
   * 8481, 8688 and 8736, the last of July 2026. There npm compiles it; a mirror may hold one.
   */
  published: boolean;
  /** The archive of libtensorflow: below the base URI, or below the storage's host. */
  library: { belowBase: string } | { belowStorage: string };
  libraryVersion: string;
  /**
   * SHA-256 of libtensorflow's archive, as Linux distributions and build rules of other projects have
   * published it. The binding's is published nowhere.
   */
  librarySha256: string;
  /** Library files the binding loads, and where it looks for them: names of its own link step (binding.gyp). */
  libraryFiles: readonly string[];
  libraryFolder: string;
}

/** N-API 8 is the newest that tfjs-node names; every Node since 16 has it. */
const napi = 'napi-v8';

/** Where the binding lies: its run path is `../../deps/lib` from here. */
export const bindingFolder = `lib/${napi}`;
export const bindingName = 'tfjs_binding.node';

const binding = (name: string) => `${napi}/${tfjsNodeVersion}/${name}`;
const dylibs = ['libtensorflow.2.dylib', 'libtensorflow_framework.2.dylib'];

export const nativePlatforms: Record<PlatformName, NativePlatform> = {
  'linux-x64': {
    binding: binding(`CPU-linux-${tfjsNodeVersion}.tar.gz`),
    published: true,
    library: { belowBase: 'cpu-linux-x86_64-2.9.1.tar.gz' },
    libraryVersion: '2.9.1',
    librarySha256: '7f510d2546e3db5e10b1d119463689003d587842892ad3c95bca51cf82820173',
    libraryFiles: ['libtensorflow.so.2', 'libtensorflow_framework.so.2'],
    libraryFolder: 'deps/lib',
  },
  'win32-x64': {
    binding: binding(`CPU-windows-${tfjsNodeVersion}.zip`),
    published: false,
    library: { belowBase: 'cpu-windows-x86_64-2.9.1.zip' },
    libraryVersion: '2.9.1',
    librarySha256: '56fa7e84c984144311563b405bd0e565568f3cbe2c15ac4713e9c8174a02b00f',
    libraryFiles: ['tensorflow.dll'],
    // Windows looks for a library beside the one that asks for it.
    libraryFolder: bindingFolder,
  },
  'darwin-x64': {
    binding: binding(`CPU-darwin-${tfjsNodeVersion}.tar.gz`),
    published: false,
    library: { belowBase: 'cpu-darwin-x86_64-2.9.1.tar.gz' },
    libraryVersion: '2.9.1',
    librarySha256: '56f83d3320ba0f69aaafd6c058645e1b7fbc75fb9a3fc36d6be98de1291ca226',
    libraryFiles: dylibs,
    libraryFolder: 'deps/lib',
  },
  'darwin-arm64': {
    binding: binding(`CPU-darwin-${tfjsNodeVersion}.tar.gz`),
    published: false,
    library: { belowStorage: 'tf-builds/libtensorflow_r2_7_darwin_arm64_cpu.tar.gz' },
    libraryVersion: '2.7',
    librarySha256: '13ab22b97e2af06e431aaeb7b42fb89981965dd01aa16da035d8210aa4183d79',
    libraryFiles: dylibs,
    libraryFolder: 'deps/lib',
  },
};

export function isPlatformName(name: string): name is PlatformName {
  return Object.hasOwn(nativePlatforms, name);
}

/** The platform of this machine, where tfjs-node names files for it. */
export function thisPlatform(): PlatformName | undefined {
  const name = `${process.platform}-${process.arch}`;
  return isPlatformName(name) ? name : undefined;
}
