/** The settings' defaults alone: the bundle holds these values, not the table they come from. */
import { type SettingName, settingsTable } from './settings.ts';

const names = Object.keys(settingsTable) as SettingName[];

export const settingDefaults = Object.fromEntries(
  names.map((name) => [name, settingsTable[name].default]),
) as { [Name in SettingName]: (typeof settingsTable)[Name]['default'] };
