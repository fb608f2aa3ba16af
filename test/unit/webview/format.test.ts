import assert from 'node:assert/strict';
import {
  formatBytes,
  formatDuration,
  formatNumber,
  formatTick,
  formatTimeLeft,
} from '../../../src/webview/kit/format.ts';

describe('numbers as people read them', () => {
  it('writes durations in at most two units', () => {
    assert.deepEqual([0.2, 4.25, 12.4, 60, 75, 3600, 4000].map(formatDuration), [
      'less than 1 s',
      '4.3 s',
      '12 s',
      '1 min',
      '1 min 15 s',
      '1 h',
      '1 h 7 min',
    ]);
  });

  it('writes the time left without flicker', () => {
    assert.deepEqual([0.4, 11.6, 64, 150, 899, 4000, Number.NaN].map(formatTimeLeft), [
      'almost done',
      '12 s left',
      '64 s left',
      '3 min left',
      '15 min left',
      '1 h 7 min left',
      '',
    ]);
  });

  it('writes values with four digits and without noise', () => {
    assert.deepEqual(
      [0.0521344, 1240, 0.1 + 0.2, 1.5e-7, 0, -3.14155, Number.NaN, -Infinity].map(formatNumber),
      ['0.05213', '1,240', '0.3', '1.5e-7', '0', '-3.142', 'NaN', '−∞'],
    );
  });

  it('writes axis numbers short', () => {
    assert.deepEqual([0.05, 2000, 0.00001, 0, 1e7].map(formatTick), [
      '0.05',
      '2k',
      '1e-5',
      '0',
      '1e7',
    ]);
  });

  it('writes sizes', () => {
    assert.deepEqual([0, 999, 3_412_000, 25_000_000].map(formatBytes), [
      '0 B',
      '999 B',
      '3.4 MB',
      '25 MB',
    ]);
  });
});
