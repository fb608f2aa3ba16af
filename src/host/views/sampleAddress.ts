import * as vscode from 'vscode';
import type { SampleRecord } from '../../protocol/record.ts';
import type { Sample } from '../../protocol/views.ts';
import type { Run } from '../runs/run.ts';

/** A sample with the address under which a page may load its file. */
export function withAddress(webview: vscode.Webview, run: Run, sample: SampleRecord): Sample {
  if (!('file' in sample)) return sample;
  const file = vscode.Uri.joinPath(run.folder, ...sample.file.split('/'));
  return { ...sample, uri: webview.asWebviewUri(file).toString() };
}
