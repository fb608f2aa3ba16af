/**
 * Structural similarity (Wang, Bovik, Sheikh and Simoncelli 2004): local means, contrasts and structure, compared in a
 * Gaussian window of 11 × 11 pixels that slides over both pictures. As in the authors' own program only windows that
 * lie wholly inside count, so that no border has to be invented.
 */

/** Side of the window in pixels. */
export const WINDOW = 11;
/** Standard deviation of the window in pixels. */
const SIGMA = 1.5;
const [K1, K2] = [0.01, 0.03];

export interface SimilarityMap {
  /** [height, width], row by row: the similarity in the window around each pixel, −1 to 1. */
  values: Float64Array;
  /** 10 less than that of the pictures. */
  width: number;
  height: number;
}

/** Mean of the map: 1 where nothing differs. */
export function ssim(
  original: ArrayLike<number>,
  copy: ArrayLike<number>,
  width: number,
  peak = 1,
): number {
  return meanSimilarity(ssimMap(original, copy, width, peak));
}

/** The SSIM of the two pictures, where their map is there already. */
export function meanSimilarity({ values }: SimilarityMap): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * @param original [height, width], row by row
 * @param copy of the same size
 * @param peak the largest value that a pixel can have
 * @throws RangeError when the pictures differ in size, or are smaller than the window
 */
export function ssimMap(
  original: ArrayLike<number>,
  copy: ArrayLike<number>,
  width: number,
  peak = 1,
): SimilarityMap {
  const height = original.length / width;
  checkSizes(original, copy, width, height);
  const blur = (values: Float64Array) => blurred(values, width, height);
  const [a, b] = [Float64Array.from(original), Float64Array.from(copy)];
  const [meanA, meanB] = [blur(a), blur(b)];
  const [squareA, squareB] = [blur(times(a, a)), blur(times(b, b))];
  const product = blur(times(a, b));
  const [c1, c2] = [(K1 * peak) ** 2, (K2 * peak) ** 2];
  const values = meanA.map((ma, i) => {
    const mb = meanB[i] ?? 0;
    const variances = (squareA[i] ?? 0) - ma ** 2 + (squareB[i] ?? 0) - mb ** 2;
    const covariance = (product[i] ?? 0) - ma * mb;
    const luminance = (2 * ma * mb + c1) / (ma ** 2 + mb ** 2 + c1);
    return (luminance * (2 * covariance + c2)) / (variances + c2); // equation 13
  });
  return { values, width: width - WINDOW + 1, height: height - WINDOW + 1 };
}

const kernel = gaussian();

/** [11], its sum is 1. */
function gaussian(): Float64Array {
  const middle = (WINDOW - 1) / 2;
  const weights = Float64Array.from({ length: WINDOW }, (_, i) =>
    Math.exp(-((i - middle) ** 2) / (2 * SIGMA ** 2)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value * (b[i] ?? 0));
}

/** The weighted mean in each window; a Gaussian window of two dimensions is one along rows, then one along columns. */
function blurred(values: Float64Array, width: number, height: number): Float64Array {
  const [across, down] = [width - WINDOW + 1, height - WINDOW + 1];
  const rows = new Float64Array(across * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < across; x++) {
      let sum = 0;
      for (let k = 0; k < WINDOW; k++) sum += (kernel[k] ?? 0) * (values[y * width + x + k] ?? 0);
      rows[y * across + x] = sum;
    }
  }
  const both = new Float64Array(across * down);
  for (let i = 0; i < both.length; i++) {
    let sum = 0;
    for (let k = 0; k < WINDOW; k++) sum += (kernel[k] ?? 0) * (rows[i + k * across] ?? 0);
    both[i] = sum;
  }
  return both;
}

function checkSizes(
  original: ArrayLike<number>,
  copy: ArrayLike<number>,
  width: number,
  height: number,
): void {
  if (original.length !== copy.length || !Number.isInteger(height)) {
    throw new RangeError('two pictures of one size are compared.');
  }
  if (width < WINDOW || height < WINDOW) {
    throw new RangeError(
      `SSIM looks at windows of ${WINDOW} × ${WINDOW} pixels, and ${width} × ${height} is smaller.`,
    );
  }
}
