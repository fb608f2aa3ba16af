import * as vscode from 'vscode';
import type { Network } from './install/network.ts';

/** How VS Code's settings say that extensions reach the network. */
export function networkSettings(): Network {
  const http = vscode.workspace.getConfiguration('http');
  const strictSsl = http.get<boolean>('proxyStrictSSL');
  if (http.get<string>('proxySupport') === 'off') return { strictSsl, env: {} };
  return {
    proxy: http.get<string>('proxy'),
    noProxy: http.get<string[]>('noProxy'),
    strictSsl,
    proxyAuthorization: http.get<string | null>('proxyAuthorization') ?? undefined,
    env: process.env,
  };
}
