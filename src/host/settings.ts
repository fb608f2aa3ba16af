import * as vscode from 'vscode';
import { settingDefaults } from './contributes/settingDefaults.ts';
import { type SettingName, settingId, type settingsTable } from './contributes/settings.ts';

export interface Settings {
  courseFolder: string;
  engine: (typeof settingsTable.engine.enum)[number];
  nativeEngineMirror: string;
  codeLens: boolean;
  /** Null draws a new seed for each run. */
  seed: number | null;
}

/** A setting as it is now. */
export function setting<Name extends SettingName>(name: Name): Settings[Name] {
  const fallback = settingDefaults[name] as Settings[Name];
  return vscode.workspace.getConfiguration('genai101').get(name) ?? nullable(name, fallback);
}

/** Only the seed may be null, and then null is what was asked for. */
function nullable<Name extends SettingName>(name: Name, fallback: Settings[Name]): Settings[Name] {
  return name === 'seed' ? (null as Settings[Name]) : fallback;
}

export function onDidChangeSetting(name: SettingName, listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(settingId(name))) listener();
  });
}
