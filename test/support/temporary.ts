import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Makes a folder the place of all temporary files, of this process and of those it starts.
 * @returns removes it with all that is in it
 */
export function useTemporaryFolder(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'g101-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  // A browser that has just ended may still write.
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
