/**
 * Image similarity
 * Damages a picture in five ways, all with the same PSNR, and lets SSIM say in which of them the structure is lost.
 *
 * Data:   an ornament of 64 × 64 pixels, drawn by code
 * Expect: about 2 seconds; at equal PSNR the brighter picture has a far higher SSIM than the noisy one
 * Try:    target = 26: does the order of the damages stay? Then seed 2 for another ornament
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, metrics, showCurve, showImages } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const size = 64; // pixels
const target = 18; // dB, of every damaged picture in the last comparison
const strengths = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

// Data -------------------------------------------------------------------------------------------
/** As a picture file holds it: 256 greys. */
const inBytes = (image: tf.Tensor) =>
  image.clipByValue(0, 1).mul(255).round().div(255) as tf.Tensor4D;
const drawn = data.patterns({ count: 1, size }); // [1, 64, 64, 1]
const original = inBytes(drawn.mul(0.6).add(0.2)); // greys from 0.2 to 0.8, so that brighter is not cut off
const pattern = tf.randomNormal(original.shape); // one pattern of noise, whatever its strength

/** A Gaussian window: weights that sum to 1, of the given standard deviation. */
function gaussian(side: number, sigma: number): tf.Tensor4D {
  const from = tf.range(0, side).sub((side - 1) / 2);
  const row = from
    .square()
    .div(-2 * sigma ** 2)
    .exp(); // [side]
  const window = tf.outerProduct(row as tf.Tensor1D, row as tf.Tensor1D);
  return window.div(window.sum()).reshape([side, side, 1, 1]);
}

const damages: Record<string, (strength: number) => tf.Tensor> = {
  brighter: (s) => original.add(0.4 * s),
  'less contrast': (s) =>
    original
      .sub(0.5)
      .mul(1 - 0.98 * s)
      .add(0.5),
  'moved right': (s) =>
    tf.image.transform(original, [[1, 0, -8 * s, 0, 1, 0, 0, 0]], 'bilinear', 'reflect'),
  blurred: (s) => {
    const edges = tf.mirrorPad(
      original,
      [
        [0, 0],
        [24, 24],
        [24, 24],
        [0, 0],
      ],
      'symmetric',
    );
    return tf.conv2d(edges as tf.Tensor4D, gaussian(49, 12 * s), 1, 'valid');
  },
  noisy: (s) => original.add(pattern.mul(0.4 * s)),
};
const damage = (name: string, s: number) => tf.tidy(() => inBytes(damages[name]?.(s) ?? original));

// Model ------------------------------------------------------------------------------------------
/** Peak signal-to-noise ratio in dB: compares pixel by pixel. The peak is 1. */
function psnr(a: tf.Tensor, b: tf.Tensor): number {
  const error = tf.squaredDifference(a, b).mean().dataSync()[0] ?? 0;
  return 10 * Math.log10(1 / error);
}

/** Structural similarity (Wang et al. 2004): compares means, contrasts and structure in windows of 11 × 11. */
function ssim(a: tf.Tensor4D, b: tf.Tensor4D): number {
  const mean = (x: tf.Tensor) => tf.conv2d(x as tf.Tensor4D, gaussian(11, 1.5), 1, 'valid');
  const [meanA, meanB] = [mean(a), mean(b)]; // [1, 54, 54, 1]: only windows wholly inside
  const variances = mean(a.square()).sub(meanA.square()).add(mean(b.square()).sub(meanB.square()));
  const covariance = mean(a.mul(b)).sub(meanA.mul(meanB));
  const [c1, c2] = [0.01 ** 2, 0.03 ** 2]; // keep the quotients from 0 / 0
  const luminance = meanA.mul(meanB).mul(2).add(c1).div(meanA.square().add(meanB.square()).add(c1));
  const structure = covariance.mul(2).add(c2).div(variances.add(c2));
  return luminance.mul(structure).mean().dataSync()[0] ?? 0;
}

// Training ---------------------------------------------------------------------------------------
// There is none. For each damage the strength is searched that costs exactly the target.
function strengthFor(name: string): number {
  let [low, high] = [0, 1];
  for (let round = 0; round < 16; round++) {
    const middle = (low + high) / 2;
    if (psnr(original, damage(name, middle)) > target) low = middle;
    else high = middle;
  }
  return high;
}

// Result -----------------------------------------------------------------------------------------
const names = Object.keys(damages);
tf.tidy(() => {
  const copies = names.map((name) => damage(name, strengthFor(name)));
  const labels = [
    'original',
    ...copies.map((copy, i) => `${names[i]} ${psnr(original, copy).toFixed(1)} dB`),
  ];
  showImages('equal PSNR', tf.concat([original, ...copies]), { labels, columns: 6 });
  // Our own formula beside that of the library: they agree.
  const own = copies.map((copy) => ssim(original, copy));
  const library = copies.map((copy) => metrics.ssim(original, copy));
  const decibels = copies.map((copy) => metrics.psnr(original, copy));
  showCurve('scores at equal PSNR', [...names.keys()], {
    'SSIM, ours': own,
    SSIM: library,
    'PSNR, dB': decibels,
  });
  console.table(
    names.map((name, i) => ({ name, PSNR: decibels[i], SSIM: library[i], ours: own[i] })),
  );
  log(Object.fromEntries(names.map((name, i) => [`SSIM ${name}`, library[i] ?? NaN])));
});
for (const [metric, of] of Object.entries({ PSNR: metrics.psnr, SSIM: metrics.ssim })) {
  const lines = tf.tidy(() =>
    names.map((name) => [name, strengths.map((s) => of(original, damage(name, s)))] as const),
  );
  showCurve(metric, strengths, Object.fromEntries(lines), { xLabel: 'strength', yLabel: metric });
}
