import type { RunRequest } from '../../protocol/runner.ts';
import { note } from '../note.ts';
import { type Channel, silentChannel } from './channel.ts';
import { IpcChannel } from './ipc.ts';
import { SocketChannel } from './socket.ts';

/** Opens the channel that the request and the way this process was started leave. */
export async function openChannel(request: RunRequest): Promise<Channel> {
  if (request.socket) {
    try {
      return await SocketChannel.connect(request.socket);
    } catch (error) {
      note(`The editor cannot be reached, so this run is only recorded: ${error}`);
      return silentChannel;
    }
  }
  return process.connected ? new IpcChannel() : silentChannel;
}
