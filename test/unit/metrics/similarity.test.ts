import assert from 'node:assert/strict';
import { decibels, meanSquaredError, psnr } from '../../../src/metrics/psnr.ts';
import { ssim, ssimMap } from '../../../src/metrics/ssim.ts';

/**
 * Pictures by formula. The reference values are of scikit-image 0.26: peak_signal_noise_ratio(a, b, data_range=1) and
 * structural_similarity(a, b, data_range=1, gaussian_weights=True, sigma=1.5, use_sample_covariance=False), in float64.
 */
const [width, height] = [24, 20];
const picture = (of: (x: number, y: number) => number) =>
  Float64Array.from({ length: width * height }, (_, i) => of(i % width, Math.floor(i / width)));
const waves = picture((x, y) => (1 + Math.sin(0.7 * x) * Math.cos(0.4 * y)) / 2);
const shifted = picture(
  (x, y) => ((1 + Math.sin(0.7 * x + 0.3) * Math.cos(0.4 * y)) / 2) * 0.9 + 0.05,
);
const other = picture((x, y) => ((x * 7 + y * 13) % 17) / 16);

describe('PSNR', () => {
  it('equals the reference', () => {
    near(psnr(waves, shifted), 22.292026116738608, 1e-9);
    near(psnr(waves, other), 8.109253033229301, 1e-9);
  });

  it('gains 10 dB for a tenth of the squared error', () => {
    near(decibels(0.001) - decibels(0.01), 10, 1e-9);
    assert.equal(meanSquaredError([0, 1, 0.5, 0], [0, 0, 0.5, 0]), 0.25);
  });

  it('depends on the peak, and is infinite where nothing differs', () => {
    const bytes = (values: Float64Array) => values.map((value) => 255 * value);
    near(psnr(bytes(waves), bytes(shifted), 255), 22.292026116738608, 1e-9);
    assert.equal(psnr(waves, waves), Number.POSITIVE_INFINITY);
  });
});

describe('SSIM', () => {
  it('equals the reference', () => {
    near(ssim(waves, shifted, width), 0.9469652818610975, 1e-9);
    near(ssim(waves, other, width), 0.0028758229770292467, 1e-9);
  });

  it('is 1 where nothing differs, and looks at whole windows only', () => {
    near(ssim(waves, waves, width), 1, 1e-12);
    const map = ssimMap(waves, other, width);
    assert.deepEqual([map.width, map.height, map.values.length], [14, 10, 140]);
  });

  it('knows the peak', () => {
    const bytes = (values: Float64Array) => values.map((value) => 255 * value);
    near(ssim(bytes(waves), bytes(other), width, 255), 0.0028758229770292467, 1e-9);
  });

  it('says what it cannot compare', () => {
    assert.throws(
      () => ssim(waves, waves.subarray(24), width),
      /RangeError: two pictures of one size/,
    );
    assert.throws(
      () => ssim([1, 2, 3, 4], [1, 2, 3, 4], 2),
      /11 × 11 pixels, and 2 × 2 is smaller/,
    );
  });
});

function near(found: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(found - expected) <= tolerance, `${found} is not ${expected}`);
}
