/** `train FILE`: the same runner as in VS Code, from the command line. */
import { existsSync } from 'node:fs';
import { readOptions, USAGE, WrongUse } from './options.ts';
import { train } from './train.ts';

const WRONG_USE = 2;

try {
  const options = readOptions(process.argv.slice(2));
  if (!options) console.log(USAGE);
  else if (!existsSync(options.file)) throw new WrongUse(`There is no file ${options.file}.`);
  else process.exitCode = await train(options);
} catch (error) {
  if (!(error instanceof WrongUse)) throw error;
  console.error(`${error.message} Usage: ${USAGE}`);
  process.exitCode = WRONG_USE;
}
