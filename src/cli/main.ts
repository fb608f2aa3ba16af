/** `train FILE`: the same runner as in VS Code, from the command line. */
import { statSync } from 'node:fs';
import { readOptions, USAGE, WrongUse } from './options.ts';
import { train } from './train.ts';

const WRONG_USE = 2;

try {
  const options = readOptions(process.argv.slice(2));
  if (options) {
    requireFile(options.file);
    process.exitCode = await train(options);
  } else console.log(USAGE);
} catch (error) {
  if (!(error instanceof WrongUse)) throw error;
  console.error(`${error.message} Usage: ${USAGE}`);
  process.exitCode = WRONG_USE;
}

function requireFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new WrongUse(`There is no file ${file}.`);
  if (!found.isFile()) throw new WrongUse(`${file} is not a file.`);
}
