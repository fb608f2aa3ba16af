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
  ...['--enable', 'simd', '--enable', 'bulk-memory', '--enable', 'threads', '--sharedMemory'],
];

/** The flags by which the builds differ. */
const builds: Record<string, string[]> = {
  plain: [],
  relaxed: ['--enable', 'relaxed-simd'],
};

/** Writes the builds to the folder `to`. */
export async function compileKernels(to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const [name, flags] of Object.entries(builds)) {
    const outFile = path.relative(root, path.join(to, `kernels-${name}.wasm`));
    const args = [
      `${folder}/module.ts`,
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
