import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readHeader } from '../../src/curriculum/header.ts';
import { lastRecord, run } from '../runner/runner.ts';
import { examples } from './examples.ts';
import { shorten } from './shorten.ts';

const SECTIONS = ['Hyperparameters', 'Data', 'Model', 'Training', 'Result'];
/** What a script takes from genai101 without reporting by it: data, and dials. */
const OTHERS = new Set(['metrics', 'data', 'explore', 'tune']);
/** Tensors of the data, the weights and the optimizer; a leak of one a step would be far above. */
const MOST_TENSORS = 120;

const folder = mkdtempSync(path.join(tmpdir(), 'genai101-short-'));
after(() => rmSync(folder, { recursive: true, force: true }));

for (const { name, file } of examples) {
  const source = readFileSync(file, 'utf8');

  describe(`${name}.ts`, () => {
    it('says in its header what it learns, from what, how long, and what to try', () => {
      const header = readHeader(source);
      assert.ok(header?.title && header.learns, 'title and sentence');
      assert.ok(header.data && header.expect && header.tryThis, 'Data, Expect, Try');
    });

    it('has its sections in order, and 40 to 120 lines', () => {
      const sections = [...source.matchAll(/^\/\/ (\w+) -+$/gm)].map(([, section]) => section);
      assert.deepEqual(sections, SECTIONS);
      const lines = source.split('\n').filter((line) => line.trim() !== '').length;
      assert.ok(lines >= 40 && lines <= 120, `${lines} lines`);
    });

    it('imports TensorFlow.js and genai101, and at most three kinds of report', () => {
      const imports = [...source.matchAll(/^import (.+) from '(.+)';$/gm)];
      assert.deepEqual(
        imports.map(([, , from]) => from),
        ['@tensorflow/tfjs-node', 'genai101'],
      );
      const calls = /\{ (.*) \}/.exec(imports[1]?.[1] ?? '')?.[1]?.split(', ') ?? [];
      assert.ok(calls.filter((call) => !OTHERS.has(call)).length <= 3, calls.join(', '));
    });

    it('trains for an epoch, reports numbers and pictures, and leaks no tensor', async () => {
      const short = path.join(folder, `${name}.ts`);
      writeFileSync(short, shorten(source));
      const ended = await run(short, { epochs: 1, explore: false });
      assert.equal(lastRecord(ended).type, 'done', ended.stderr);
      const types = new Set(ended.records.map(({ type }) => type));
      const pictures = ['images', 'points', 'matrix', 'curve', 'text', 'audio'] as const;
      const isSeen = pictures.some((type) => types.has(type));
      assert.ok(types.has('metrics') && isSeen, [...types].join(', '));
      const memory = ended.messages.findLast((message) => message.type === 'memory');
      assert.ok(memory && memory.tensors <= MOST_TENSORS, `${memory?.tensors} tensors`);
    });
  });
}
