import { type SettingName, settingId, settingsTable } from '../../host/contributes/settings.ts';

export function configuration(): object {
  const names = Object.keys(settingsTable) as SettingName[];
  return {
    title: 'GenAI 101',
    properties: Object.fromEntries(names.map((name) => [settingId(name), settingsTable[name]])),
  };
}
