import type { CommandName } from './commandTable.ts';

/** The id under which VS Code knows a command. */
export function commandId(name: CommandName): string {
  return `genai101.${name}`;
}
