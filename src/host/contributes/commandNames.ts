/** The commands' names alone: the bundle holds these values, not the table they come from. */
import { type CommandName, commandTable } from './commandTable.ts';

export const commandNames = Object.keys(commandTable) as CommandName[];
