import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Failure, Reply, Request, Slice } from './protocol.ts';

export interface Launch {
  name: string;
  /** How many it is asked to use. */
  threads: number;
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** Takes seconds a step: it does one and no more. */
  slow?: boolean;
}

/** A child process that runs workloads when told to, and waits for the next word otherwise. */
export class Contender {
  readonly name: string;
  readonly slow: boolean;
  /** What it says of itself. */
  version = '';
  threads: number;
  startMs: number | undefined;
  readonly launch: Launch;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #replies: AsyncIterator<string>;
  #complaints = '';

  private constructor(launch: Launch) {
    const { name, threads, command, args, env, slow = false } = launch;
    this.launch = launch;
    this.name = name;
    this.threads = threads;
    this.slow = slow;
    this.#child = spawn(command, args, { env: { ...process.env, ...env } });
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#complaints = (this.#complaints + text).slice(-2000);
    });
    // A program that is not there: its stdout ends, and the next reply says so.
    this.#child.on('error', (error) => {
      this.#complaints += error.message;
    });
    this.#replies = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** @throws Error with its reason, or its last words, when it does not start */
  static async start(launch: Launch): Promise<Contender> {
    const contender = new Contender(launch);
    const reply = await contender.#reply();
    if (!('ready' in reply)) {
      contender.close();
      throw new Error(`${launch.name}: ${'error' in reply ? reply.error : 'it did not start'}`);
    }
    contender.version = reply.ready.version;
    contender.threads = reply.ready.threads;
    contender.startMs = reply.ready.startMs;
    return contender;
  }

  /** Unique among contenders. */
  get label(): string {
    return `${this.name}×${this.threads}`;
  }

  async measure(request: Request): Promise<Slice | Failure> {
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    return (await this.#reply()) as Slice | Failure;
  }

  close(): void {
    this.#child.kill();
  }

  async #reply(): Promise<Reply> {
    const { done, value } = await this.#replies.next();
    if (done) throw new Error(`${this.name} ended: ${lastLine(this.#complaints)}`);
    return JSON.parse(value) as Reply;
  }
}

/** Milliseconds that it takes to load, in so many fresh processes, shortest first; none where it does not say. */
export async function loadTimes({ launch }: Contender, processes: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < processes; i++) {
    const fresh = await Contender.start(launch);
    fresh.close();
    if (fresh.startMs !== undefined) times.push(fresh.startMs);
  }
  return times.sort((a, b) => a - b);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) || 'without a word';
}
