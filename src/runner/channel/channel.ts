/** The way to whoever watches the run. */
import type { RunnerMessage } from '../../protocol/runner.ts';

export interface Channel {
  /** False when more is waiting than the other side reads: send less until it is true again. */
  send(message: RunnerMessage): boolean;
  onMessage(receive: (message: unknown) => void): void;
  /** The other side is gone. */
  onClose(closed: () => void): void;
  /** Whether waiting for messages keeps the process alive; not before a script with explorers has ended. */
  keepAlive(): void;
  /** Resolves when all that was sent is out of this process; then the channel is closed. */
  close(): Promise<void>;
}

/** For a runner that nobody watches: the run folder is all there is. */
export const silentChannel: Channel = {
  send: () => true,
  onMessage() {},
  onClose() {},
  keepAlive() {},
  close: async () => {},
};
