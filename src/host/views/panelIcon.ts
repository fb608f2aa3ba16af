import * as vscode from 'vscode';

/** The picture on the tab of a webview panel: media/NAME-light.svg and media/NAME-dark.svg. */
export function panelIcon(extensionUri: vscode.Uri, name: string) {
  const file = (theme: string) =>
    vscode.Uri.joinPath(extensionUri, 'media', `${name}-${theme}.svg`);
  return { light: file('light'), dark: file('dark') };
}
