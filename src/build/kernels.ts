/** Compiles the WebAssembly kernels of the portable engine: `npm run build -- kernels`. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import asc from 'assemblyscript/asc';

const root = path.resolve(import.meta.dirname, '../..');
const folder = 'src/engine/portable/assembly';

const COMMON = [
  ...['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--use', 'abort='],
  // Views of one memory, which the engine makes: 16 MB to begin with, 4 GB at the most.
  ...['--importMemory', '--initialMemory', '256', '--maximumMemory', '65536'],
  ...['--enable', 'simd', '--enable', 'bulk-memory'],
];
const RELAXED = ['--enable', 'relaxed-simd'];
const THREADS = ['--enable', 'threads', '--sharedMemory'];

interface Build {
  entry: string;
  flags: string[];
}

const builds: Record<string, Build> = {
  plain: { entry: 'single.ts', flags: [] },
  relaxed: { entry: 'single.ts', flags: RELAXED },
  'plain-threads': { entry: 'threaded.ts', flags: THREADS },
  'relaxed-threads': { entry: 'threaded.ts', flags: [...RELAXED, ...THREADS] },
};

/** Writes the four builds to the folder `to`. */
export async function compileKernels(to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const [name, { entry, flags }] of Object.entries(builds)) {
    const outFile = path.relative(root, path.join(to, `kernels-${name}.wasm`));
    const args = [
      `${folder}/${entry}`,
      '--baseDir',
      root,
      '--outFile',
      outFile,
      ...COMMON,
      ...flags,
    ];
    const { error, stderr } = await asc.main(args);
    if (error) throw new Error(`The kernels do not compile (${name}):\n${stderr.toString()}`);
  }
}
