import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

describe('the lock files', () => {
  for (const file of ['package-lock.json', 'test/host/vscode/package-lock.json']) {
    it(`hold no download addresses: ${file}`, () => {
      const lock = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as {
        packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
      };
      const addresses = Object.values(lock.packages).flatMap(({ resolved, link }) =>
        resolved && !link ? [resolved] : [],
      );
      assert.deepEqual(addresses, []);
    });
  }
});
