import { commandId } from '../../host/contributes/commandId.ts';
import type { CommandName } from '../../host/contributes/commandTable.ts';

/** The address of a command, for links in walkthroughs and welcome content. */
export function link(command: CommandName, argument?: string): string {
  const query = argument ? `?${encodeURIComponent(JSON.stringify([argument]))}` : '';
  return `command:${commandId(command)}${query}`;
}
