import { commandId } from '../../host/contributes/commandId.ts';
import {
  type CommandEntry,
  type CommandName,
  commandTable,
} from '../../host/contributes/commandTable.ts';

const entries = Object.entries(commandTable) as [CommandName, CommandEntry][];

export function commandContributions(): object[] {
  return entries.map(([name, entry]) => ({
    command: commandId(name),
    title: entry.title,
    ...(entry.shortTitle && { shortTitle: entry.shortTitle }),
    category: 'GenAI 101',
    ...(entry.icon && { icon: `$(${entry.icon})` }),
    ...(entry.enablement && { enablement: entry.enablement }),
  }));
}

export function menuContributions(): Record<string, object[]> {
  const menus: Record<string, object[]> = {};
  for (const [name, entry] of entries) {
    for (const { menu, when, group } of entry.menus ?? []) {
      menus[menu] ??= [];
      menus[menu].push({ command: commandId(name), when, group });
    }
    if (entry.palette !== undefined) {
      menus.commandPalette ??= [];
      menus.commandPalette.push({
        command: commandId(name),
        when: entry.palette === false ? 'false' : entry.palette,
      });
    }
  }
  return menus;
}
