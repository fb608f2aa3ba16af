/** Does what the host asks for. */
import type { HostMessage, RunRequest } from '../protocol/runner.ts';
import type { Channel } from './channel/channel.ts';
import type { Life } from './life.ts';
import { note } from './note.ts';
import type { RunReporter } from './record/reporter.ts';

export function listen(
  request: RunRequest,
  channel: Channel,
  reporter: RunReporter,
  life: Life,
): void {
  channel.onClose(() => life.abandon());
  channel.onMessage((value) => {
    const message = check(value, request.runId);
    if (!message) return note('A message that is none of the known ones was ignored.');
    switch (message.type) {
      case 'stop':
        return life.stop();
      case 'tune':
        return reporter.tune(message.name, message.value);
      case 'explore':
        return void reporter.answer(message.requestId, message.name, message.values);
    }
  });
}

/** Anything may arrive; only a whole message for this run is acted upon. */
function check(value: unknown, runId: string): HostMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const message = value as Record<string, unknown>;
  if (message.runId !== runId) return undefined;
  const { type, name, requestId, values } = message;
  if (type === 'stop') return { type, runId };
  if (type === 'tune' && typeof name === 'string' && isNumber(message.value)) {
    return { type, runId, name, value: message.value };
  }
  if (type === 'explore' && typeof name === 'string' && isNumber(requestId) && isNumbers(values)) {
    return { type, runId, requestId, name, values };
  }
  return undefined;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every(isNumber);
}
