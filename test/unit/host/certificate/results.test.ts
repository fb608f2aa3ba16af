import assert from 'node:assert/strict';
import { newestImages } from '../../../../src/host/certificate/newestImages.ts';
import { newestResults } from '../../../../src/host/certificate/results.ts';
import type { ImagesRecord, SampleRecord } from '../../../../src/protocol/record.ts';
import type { RunStatus } from '../../../../src/protocol/run.ts';

const run = (status: RunStatus, metrics: Record<string, number>, chapter = 'autoencoders') => ({
  head: { chapter, example: 'autoencoder.ts', status, seed: 7 },
  metrics: () => metrics,
});

describe('the results on a certificate', () => {
  it('are of the newest run of a chapter that came to its end', () => {
    const runs = [run('failed', { loss: 9 }), run('done', { loss: 1 }), run('done', { loss: 2 })];
    assert.deepEqual(newestResults(runs).get('autoencoders'), {
      example: 'autoencoder.ts',
      metric: 'loss',
      value: 1,
      seed: 7,
    });
  });

  it('are numbers of whole epochs before those of batches, and never one that is none', () => {
    const result = newestResults([run('exploring', { 'batch loss': 3, bad: Number.NaN, loss: 2 })]);
    assert.equal(result.get('autoencoders')?.metric, 'loss');
    assert.equal(newestResults([run('done', { loss: Number.NaN })]).size, 0);
  });

  it('leave out scripts that are none of the course', () => {
    assert.equal(
      newestResults([{ head: { status: 'done', seed: 1 }, metrics: () => ({ a: 1 }) }]).size,
      0,
    );
  });
});

describe('the pictures of a run', () => {
  const image = (name: string, step: number): ImagesRecord => ({
    type: 'images',
    name,
    step,
    file: `${name}-${step}.png`,
    width: 28,
    height: 28,
    columns: 1,
    count: 1,
  });

  it('are the last of each name, the newest first', () => {
    const words: SampleRecord = { type: 'text', name: 'poem', step: 9, text: 'x' };
    const samples = [image('a', 1), image('b', 1), image('a', 2), words];
    assert.deepEqual(newestImages(samples), [image('a', 2), image('b', 1)]);
  });

  it('leave out one that shows nothing', () => {
    assert.deepEqual(newestImages([{ ...image('a', 1), count: 0 }]), []);
  });
});
