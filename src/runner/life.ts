/** How a run ends: once, with everything recorded first. */

import { STOPPED } from '../protocol/exit.ts';
import type { ScriptError } from '../protocol/record.ts';
import type { RunRequest } from '../protocol/runner.ts';
import type { Channel } from './channel/channel.ts';
import { describeError } from './errors/describe.ts';
import { innermostPlace } from './errors/frames.ts';
import { printError } from './errors/print.ts';
import type { RunReporter } from './record/reporter.ts';
import { Serving } from './trials/serving.ts';

type Outcome = 'done' | 'failed' | 'stopped';

const exitNow = process.exit.bind(process);

export class Life {
  readonly #request: RunRequest;
  readonly #reporter: RunReporter;
  readonly #channel: Channel;
  #outcome: Outcome | undefined;
  #loaded = false;
  #leaving = false;

  constructor(request: RunRequest, reporter: RunReporter, channel: Channel) {
    this.#request = request;
    this.#reporter = reporter;
    this.#channel = channel;
  }

  /** From here on, nothing the script does goes unnoticed. */
  begin(): void {
    process.on('uncaughtException', (error) => {
      if (!this.#scriptListens('uncaughtException')) this.fail(error);
    });
    process.on('unhandledRejection', (reason) => {
      if (!this.#scriptListens('unhandledRejection')) this.fail(reason);
    });
    process.on('beforeExit', () => this.#nothingLeft());
    process.exit = (code) => this.#exitByScript(code);
    // The terminal sends Ctrl+C to the whole group; whoever started this run answers it with 'stop'.
    if (process.connected) process.on('SIGINT', () => {});
  }

  /** The script's top level has run to its end; timers and promises may still be at work. */
  scriptLoaded(): void {
    this.#loaded = true;
  }

  fail(thrown: unknown): void {
    if (this.#outcome || thrown instanceof Serving) return;
    this.#fail(describeError(thrown, this.#request.file), thrown);
    void this.#leave(1);
  }

  stop(): void {
    if (!this.#outcome) {
      this.#end('stopped');
      void this.#leave(STOPPED);
    } else if (this.#outcome === 'done') {
      void this.#leave(0);
    }
  }

  /** Nobody watches any more: a run that nobody can see or stop is not left behind. */
  abandon(): void {
    if (!this.#outcome) this.#end('stopped');
    exitNow(this.#outcome === 'failed' ? 1 : this.#outcome === 'done' ? 0 : STOPPED);
  }

  #nothingLeft(): void {
    if (this.#outcome) return;
    if (!this.#loaded) {
      this.#fail({
        message:
          'The script waits for something that never happens: an “await” at its top level never ends.',
        file: this.#request.file,
      });
      return void this.#leave(1);
    }
    const code = Number(process.exitCode ?? 0);
    if (code !== 0) {
      this.#fail({ message: `The script set its exit code to ${code}.`, file: this.#request.file });
      return void this.#leave(1);
    }
    this.#end('done');
    const stays = this.#reporter.hasExplorers && this.#request.explore !== false;
    if (stays) this.#channel.keepAlive();
    else void this.#channel.close();
  }

  #exitByScript(code: string | number | null | undefined): never {
    const status = Number(code ?? process.exitCode ?? 0);
    if (!this.#outcome) {
      if (status === 0) this.#end('done');
      else {
        this.#fail({
          message: `The script ended itself with process.exit(${status}).`,
          ...(innermostPlace(new Error().stack ?? '') ?? { file: this.#request.file }),
        });
      }
    }
    return exitNow(status);
  }

  #fail(error: ScriptError, thrown?: unknown): void {
    printError(error, thrown);
    this.#end('failed', error);
  }

  #end(outcome: Outcome, error?: ScriptError): void {
    this.#outcome = outcome;
    this.#reporter.finish(outcome, error);
  }

  /** Ends the process when what was sent and printed is out; the script's own timers do not hold it. */
  async #leave(code: number): Promise<void> {
    if (this.#leaving) return;
    this.#leaving = true;
    await Promise.race([
      Promise.all([this.#channel.close(), drained(process.stdout), drained(process.stderr)]),
      new Promise((resolve) => setTimeout(resolve, 2000)),
    ]);
    exitNow(code);
  }

  #scriptListens(event: 'uncaughtException' | 'unhandledRejection'): boolean {
    return process.listenerCount(event) > 1;
  }
}

function drained(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.destroyed || !stream.writable) return Promise.resolve();
  return new Promise((resolve) => stream.write('', () => resolve()));
}
