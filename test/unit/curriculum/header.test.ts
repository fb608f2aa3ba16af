import assert from 'node:assert/strict';
import { readHeader } from '../../../src/curriculum/header.ts';

const source = `/**
 * A small network
 * Learns to copy
 * its input.
 *
 * Data:   600 dots,
 *         drawn by code
 * Expect: 10 s, loss 0.1
 * Try:    half the units
 */
import * as tf from '@tensorflow/tfjs-node';
`;

describe('a script’s header', () => {
  it('is read with fields that go on over lines', () => {
    assert.deepEqual(readHeader(source), {
      title: 'A small network',
      learns: 'Learns to copy its input.',
      data: '600 dots, drawn by code',
      expect: '10 s, loss 0.1',
      tryThis: 'half the units',
    });
  });

  it('is read with Windows line ends', () => {
    assert.deepEqual(readHeader(source.replaceAll('\n', '\r\n')), readHeader(source));
  });

  it('is missing where the script starts with something else', () => {
    assert.equal(readHeader("import 'genai101';\n/** Late */"), undefined);
    assert.equal(readHeader('// Only a line'), undefined);
    assert.equal(readHeader(''), undefined);
  });
});
