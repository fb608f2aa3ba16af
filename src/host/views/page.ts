import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

export interface PageOptions {
  /** Name of the bundle in dist/webview, without ending; its style sheet has the same name. */
  script: string;
  title: string;
  /** A panel that trains in the webview compiles WebAssembly. */
  wasm?: boolean;
  /** Shows pictures and plays sounds from these folders besides the extension's own. */
  resources?: readonly vscode.Uri[];
  /** data-… attributes of the body. */
  data?: Readonly<Record<string, string>>;
}

/** Fills a webview with one of our pages, under a policy that runs nothing but our bundle. */
export function page(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  options: PageOptions,
): void {
  const bundles = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  webview.options = {
    enableScripts: true,
    localResourceRoots: [bundles, ...(options.resources ?? [])],
  };
  webview.html = html(webview, bundles, options);
}

function html(webview: vscode.Webview, bundles: vscode.Uri, options: PageOptions): string {
  const nonce = randomBytes(16).toString('base64url');
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(bundles, name));
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(webview.cspSource, nonce, options)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(options.title)}</title>
<link rel="stylesheet" href="${file(`${options.script}.css`)}">
</head>
<body${dataAttributes(options.data)}>
<div id="root"></div>
<script type="module" nonce="${nonce}" src="${file(`${options.script}.js`)}"></script>
</body>
</html>`;
}

/** Chunks are imported by the one script with the nonce, and inherit it. */
function policy(source: string, nonce: string, { wasm }: PageOptions): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'${wasm ? ` 'wasm-unsafe-eval'` : ''}`,
    `style-src ${source}`,
    `img-src ${source} blob:`,
    `font-src ${source}`,
    `media-src ${source} blob:`,
  ].join('; ');
}

function dataAttributes(data: PageOptions['data'] = {}): string {
  return Object.entries(data)
    .map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`)
    .join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
