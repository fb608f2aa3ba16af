/** Reads the command line. */
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  /** Absolute. */
  file: string;
  engine: string;
  seed: number;
  epochs: number | undefined;
  /** Absolute; a folder of its own in the system's temporary folder where none is asked for. */
  out: string | undefined;
  json: boolean;
}

const ENGINES = ['auto', 'portable', 'cpu', 'native'];

export const USAGE = `train FILE [--engine ${ENGINES.join('|')}] [--seed N] [--epochs N] [--out DIR] [--json]`;

/** What was typed makes no sense; told in one line, and the exit status is 2. */
export class WrongUse extends Error {}

/** @returns undefined where only help is asked for */
export function readOptions(argv: string[]): Options | undefined {
  const { values, positionals } = parse(argv);
  if (values.help) return undefined;
  const [file, ...more] = positionals;
  if (file === undefined) throw new WrongUse('Which file?');
  if (more.length > 0) throw new WrongUse(`One file at a time, not also ${more.join(' ')}.`);
  return {
    file: path.resolve(file),
    engine: readEngine(values.engine),
    seed: readWhole('seed', values.seed, 0) ?? 1,
    epochs: readWhole('epochs', values.epochs, 1),
    out: values.out === undefined ? undefined : path.resolve(values.out),
    json: values.json ?? false,
  };
}

function parse(argv: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        engine: text,
        seed: text,
        epochs: text,
        out: text,
        json: flag,
        help: { ...flag, short: 'h' },
      },
    });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new WrongUse(words.split(/(?<=\.) |\n/)[0] ?? words);
  }
}

function readEngine(name = 'auto'): string {
  if (!ENGINES.includes(name)) throw new WrongUse(`There is no engine “${name}”.`);
  return name;
}

function readWhole(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
    throw new WrongUse(`--${name} takes a whole number from ${least}, not “${text}”.`);
  }
  return value;
}
