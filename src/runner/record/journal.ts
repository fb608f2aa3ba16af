/** `events.jsonl`: one line a record, written at once, so that whatever happens next nothing is lost. */
import { mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { RunRecord } from '../../protocol/record.ts';
import type { RunRequest } from '../../protocol/runner.ts';
import { unlessDiskFails } from './disk.ts';

export interface Journal {
  write(record: RunRecord): void;
}

export function openJournal(request: RunRequest): Journal {
  if (request.report === false) return { write() {} };
  mkdirSync(request.folder, { recursive: true });
  const fd = openSync(path.join(request.folder, 'events.jsonl'), 'w');
  const { recordsTo } = request;
  const keep = unlessDiskFails((line: string) => writeSync(fd, line));
  return {
    write(record) {
      const line = `${JSON.stringify(record)}\n`;
      keep(line);
      if (recordsTo !== undefined) writeAll(recordsTo, Buffer.from(line));
    },
  };
}

/** A pipe whose reader is slow may take a part of a line, or none for now. */
function writeAll(fd: number, line: Buffer): void {
  let rest = line;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') return; // the reader left (| head); the run folder has it all
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
