/** What the learner has to download, and what VS Code has to read at activation. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../host/session.ts';
import { packageVsix } from '../../host/vsix.ts';
import type { Figure } from './figure.ts';

export async function measureSizes(): Promise<Figure[]> {
  const dir = await mkdtemp(path.join(tmpdir(), 'g101-size-'));
  const vsix = path.join(dir, 'genai-101.vsix');
  await packageVsix(vsix);
  const bundle = await stat(path.join(root, 'dist/extension.cjs'));
  const whole = await stat(vsix);
  await rm(dir, { recursive: true });
  return [
    { name: 'extension bundle', value: bundle.size / 1000, unit: 'KB', limit: 300 },
    { name: 'VSIX', value: whole.size / 1e6, unit: 'MB', limit: 6 },
  ];
}
