/** What the command line shows: records alone (--json), one line that changes (a terminal), or plain lines. */
import type { ScriptError, TrialsRecord } from '../protocol/record.ts';
import type { RunnerMessage } from '../protocol/runner.ts';
import type { Options } from './options.ts';
import { Progress, toShort } from './progress.ts';

export type Outcome = 'done' | 'failed' | 'stopped';

export interface Printer {
  /** The script's own output has to pass through, so that it does not mix with the line that changes. */
  readonly drawsOverOutput: boolean;
  message(message: RunnerMessage): void;
  output(chunk: Buffer, to: NodeJS.WriteStream): void;
  end(outcome: Outcome, error: ScriptError | undefined): void;
}

export function choosePrinter(options: Options, folder: string): Printer {
  if (options.json) return silentPrinter;
  return process.stderr.isTTY ? new LinePrinter(folder) : new PlainPrinter(folder);
}

/** Under --json the runner itself prints the records. */
const silentPrinter: Printer = {
  drawsOverOutput: false,
  message() {},
  output: (chunk, to) => void to.write(chunk),
  end() {},
};

/** At most one line a second, for logs and pipes. */
class PlainPrinter implements Printer {
  readonly drawsOverOutput: boolean = false;
  protected readonly progress = new Progress();
  readonly #folder: string;
  #last = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  message(message: RunnerMessage): void {
    const isNews = this.progress.take(message);
    if (message.type === 'started') say(`${message.engine.name} engine. ${message.engine.reason}`);
    else if (message.type === 'trials') sayTrial(message.record);
    else if (isNews && performance.now() - this.#last > 1000) {
      this.#last = performance.now();
      say(this.progress.line());
    }
  }

  output(chunk: Buffer, to: NodeJS.WriteStream): void {
    to.write(chunk);
  }

  end(outcome: Outcome, error: ScriptError | undefined): void {
    if (this.progress.hasMetrics) say(this.progress.line());
    if (outcome === 'failed' && error) say(inWords(error));
    else say(outcome === 'done' ? `Done in ${this.progress.seconds()} s.` : 'Stopped.');
    say(`Recorded in ${this.#folder}`);
  }
}

/** One line at the bottom of a terminal. */
class LinePrinter extends PlainPrinter {
  override readonly drawsOverOutput = true;
  #shown = false;

  override message(message: RunnerMessage): void {
    if (message.type === 'trials') {
      this.#clear();
      sayTrial(message.record);
    }
    if (this.progress.take(message)) this.#draw();
  }

  override output(chunk: Buffer, to: NodeJS.WriteStream): void {
    this.#clear();
    to.write(chunk);
    // A line that the script has not ended yet is left alone.
    if (chunk.at(-1) === 0x0a) this.#draw();
  }

  override end(outcome: Outcome, error: ScriptError | undefined): void {
    this.#clear();
    super.end(outcome, error);
  }

  #draw(): void {
    if (!this.progress.hasMetrics) return;
    const line = this.progress.line().slice(0, (process.stderr.columns ?? 80) - 1);
    process.stderr.write(`\r${line}\x1b[K`);
    this.#shown = true;
  }

  #clear(): void {
    if (this.#shown) process.stderr.write('\r\x1b[K');
    this.#shown = false;
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** 'trial 7  0.2134  learningRate 0.01  l2 0', once it has ended. */
function sayTrial(record: TrialsRecord): void {
  if (record.type !== 'trial' || record.status === 'running') return;
  const { trial, status, result, error } = record;
  const values = Object.entries(record.values).map(([name, value]) => `${name} ${short(value)}`);
  const end =
    status === 'done' ? short(Number(result)) : `${status}${error ? `: ${error.message}` : ''}`;
  say([`trial ${trial}`, end, ...values].join('  '));
}

function short(value: string | number): string {
  return typeof value === 'number' ? toShort(value) : value;
}

function inWords({ message, file, line }: ScriptError): string {
  return `Failed: ${message}${file ? `\n  in ${file}${line ? `, line ${line}` : ''}` : ''}`;
}
