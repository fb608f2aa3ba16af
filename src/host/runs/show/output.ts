import { createWriteStream, type WriteStream } from 'node:fs';
import path from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import * as vscode from 'vscode';

const flushMs = 100;
/** What an output channel shows of one run; a channel with a million lines makes the whole window slow. */
const mostShown = 500_000;
/** A loop that prints for ever must not fill the disk. */
const mostKept = 256 * 1024 * 1024;

/** One output channel for each script, made when it first runs. */
export class Outputs implements vscode.Disposable {
  readonly #channels = new Map<string, vscode.OutputChannel>();

  /** The output of a run that starts now; what the script printed before is cleared. */
  begin(script: string, folder: vscode.Uri): Output {
    const channel = this.#channels.get(script) ?? this.#create(script);
    channel.clear();
    return new Output(channel, path.join(folder.fsPath, 'output.log'));
  }

  /** False where the script has printed nothing in this window. */
  show(script: string): boolean {
    const channel = this.#channels.get(script);
    channel?.show(true);
    return channel !== undefined;
  }

  dispose(): void {
    for (const channel of this.#channels.values()) channel.dispose();
  }

  #create(script: string): vscode.OutputChannel {
    const channel = vscode.window.createOutputChannel(`GenAI 101: ${path.basename(script)}`);
    this.#channels.set(script, channel);
    return channel;
  }
}

/** What one run prints: all of it in `output.log`, its beginning in the channel, about ten times a second. */
export class Output {
  readonly #channel: vscode.OutputChannel;
  readonly #file: string;
  readonly #decoder = new StringDecoder('utf8');
  #log: WriteStream | undefined;
  #kept = 0;
  #shown = 0;
  #pending = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(channel: vscode.OutputChannel, file: string) {
    this.#channel = channel;
    this.#file = file;
  }

  /** A line of ours between the script's own. */
  note(line: string): void {
    this.#flush();
    this.#channel.appendLine(line);
  }

  /** False asks the runner to wait; `resume` is called when it may go on. */
  print(chunk: Buffer, resume: () => void): boolean {
    this.#show(chunk);
    return this.#keep(chunk, resume);
  }

  /** Writes what is left. */
  async end(line: string): Promise<void> {
    this.note(line);
    const log = this.#log;
    if (log) await new Promise<void>((resolve) => log.end(resolve));
  }

  #keep(chunk: Buffer, resume: () => void): boolean {
    if (this.#kept > mostKept) return true;
    this.#kept += chunk.length;
    this.#log ??= this.#openLog();
    if (this.#kept > mostKept) {
      this.#log.write('\n[The script printed more than is kept.]\n');
      return true;
    }
    if (this.#log.write(chunk)) return true;
    this.#log.once('drain', resume);
    return false;
  }

  #openLog(): WriteStream {
    const log = createWriteStream(this.#file);
    log.on('error', (error) => this.#channel.appendLine(`[Not kept on disk: ${error.message}]`));
    return log;
  }

  #show(chunk: Buffer): void {
    if (this.#shown > mostShown) return;
    const text = this.#decoder.write(chunk);
    this.#shown += text.length;
    this.#pending += text;
    if (this.#shown > mostShown) {
      this.#pending += `\n[The script prints a lot. The rest is not shown here; all of it is in ${this.#file}]\n`;
    }
    this.#timer ??= setTimeout(() => this.#flush(), flushMs);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pending) this.#channel.append(this.#pending);
    this.#pending = '';
  }
}
