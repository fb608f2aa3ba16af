import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Findings,
  readFindings,
  writeFindings,
} from '../../../../src/engine/native/findings.ts';

const findings: Findings = { binding: 'this', probed: { works: true, version: '2.9.1' } };

describe('what is known about the native engine', () => {
  let folder: string;

  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'genai101-state-')), 'deep');
  });

  it('is kept in one file of this computer', () => {
    writeFindings(folder, { ...findings, told: true });
    writeFindings(folder, findings);
    assert.deepEqual(readFindings(folder, 'this'), findings);
    const files = readdirSync(folder);
    assert.equal(files.length, 1);
    assert.match(files[0] ?? '', /^engines-[0-9a-f]{12}\.json$/);
  });

  it('is nothing for another engine, before the first time, and where the file is damaged', () => {
    assert.equal(readFindings(folder, 'this'), undefined);
    writeFindings(folder, findings);
    assert.equal(readFindings(folder, 'another'), undefined);
    writeFileSync(path.join(folder, readdirSync(folder)[0] ?? ''), '{"binding":"this"');
    assert.equal(readFindings(folder, 'this'), undefined);
  });
});
