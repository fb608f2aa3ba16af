/**
 * `npm run build:models`: trains the feature network of src/metrics anew and writes its weights. They are part of
 * the repository, as FID and its kind only compare where they are measured with the same network. `--check` writes
 * nothing, and fails when the file is not what training gives.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pack } from '../metrics/network/packed.ts';
import { trainDigitNet } from './models/trainDigitNet.ts';

const root = path.resolve(import.meta.dirname, '../..');
const file = path.join(root, 'src/metrics/network/digitWeights.ts');
const name = path.relative(root, file);

const bytes = pack(await trainDigitNet());
const text = moduleOf(bytes);
if (!process.argv.includes('--check')) {
  await writeFile(file, text);
  console.log(`${name}: ${bytes.length} bytes of weights`);
} else if ((await readFile(file, 'utf8')) === text) {
  console.log(`${name} is as trained.`);
} else {
  console.error(`${name} is not what training gives: run npm run build:models.`);
  process.exitCode = 1;
}

function moduleOf(weights: Uint8Array): string {
  const lines = [
    '/** Written by `npm run build:models`: the weights of the feature network (packed.ts), as base64. */',
    'export const digitWeights: string =',
    `  '${Buffer.from(weights).toString('base64')}';`,
  ];
  return `${lines.join('\n')}\n`;
}
