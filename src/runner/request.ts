/** Reads what to run. */
import path from 'node:path';
import type { RunRequest } from '../protocol/runner.ts';

const VARIABLE = 'GENAI101_RUN';

/** The request; without a usable one there is nothing to run, and the process ends with status 2. */
export function readRequest(): RunRequest {
  const text = process.env[VARIABLE];
  // Processes that the script starts are no runs of ours.
  delete process.env[VARIABLE];
  const request = parse(text);
  if (request) return request;
  console.error(`This is the runner of GenAI 101: it needs a run request in ${VARIABLE}.`);
  return process.exit(2);
}

function parse(text: string | undefined): RunRequest | undefined {
  if (!text) return undefined;
  try {
    const value: Partial<RunRequest> = JSON.parse(text);
    const { runId, file, folder, seed, engine } = value;
    if (!runId || !file || !folder || !path.isAbsolute(file) || !path.isAbsolute(folder)) {
      return undefined;
    }
    return { ...value, runId, file, folder, seed: seed ?? 1, engine: engine ?? 'auto' };
  } catch {
    return undefined; // not JSON: told to the caller as any other unusable request
  }
}
