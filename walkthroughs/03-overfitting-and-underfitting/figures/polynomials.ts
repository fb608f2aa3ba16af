/**
 * Least-squares fits of polynomials of all degrees at once. On polynomials that are orthonormal over the given x,
 * each coefficient is a sum of products, and a higher degree only adds one more.
 */

export interface Basis {
  /** Number of polynomials: degrees 0 to size − 1. */
  size: number;
  /** The values of all of them at x. */
  at(x: number): Float64Array;
  /** [size, count]: their values at the x they are orthonormal over. */
  values: readonly Float64Array[];
}

/** By the three-term recurrence of Stieltjes (Gautschi 2004, §2.2), which stays exact where powers of x do not. */
export function orthonormalBasis(xs: ArrayLike<number>, degree: number): Basis {
  const count = xs.length;
  const centres: number[] = [];
  const norms: number[] = [];
  const values = [new Float64Array(count).fill(1 / Math.sqrt(count))];
  for (let k = 0; k < degree; k++) {
    const [last, before] = [values[k] ?? new Float64Array(count), values[k - 1]];
    const centre = last.reduce((sum, value, i) => sum + (xs[i] ?? 0) * value * value, 0);
    const pull = norms[k - 1] ?? 0;
    const next = last.map(
      (value, i) => ((xs[i] ?? 0) - centre) * value - pull * (before?.[i] ?? 0),
    );
    const norm = Math.hypot(...next);
    centres.push(centre);
    norms.push(norm);
    values.push(next.map((value) => value / norm));
  }
  const first = 1 / Math.sqrt(count);
  const at = (x: number) => evaluate(x, first, centres, norms);
  return { size: degree + 1, at, values };
}

function evaluate(
  x: number,
  first: number,
  centres: readonly number[],
  norms: readonly number[],
): Float64Array {
  const values = new Float64Array(centres.length + 1);
  values[0] = first;
  centres.forEach((centre, k) => {
    const last = values[k] ?? 0;
    const pull = k > 0 ? (norms[k - 1] ?? 0) * (values[k - 1] ?? 0) : 0;
    values[k + 1] = ((x - centre) * last - pull) / (norms[k] ?? 1);
  });
  return values;
}

/** The coefficients of the best fit; the first d + 1 of them are those of degree d. */
export function leastSquares({ values }: Basis, ys: ArrayLike<number>): Float64Array {
  return Float64Array.from(values, (column) =>
    column.reduce((sum, value, i) => sum + value * (ys[i] ?? 0), 0),
  );
}

/** What the fits of degrees 0, 1, 2 … say at one x, given the basis there. */
export function fitsAt(basisAtX: Float64Array, coefficients: Float64Array): Float64Array {
  let sum = 0;
  return basisAtX.map((value, k) => {
    sum += value * (coefficients[k] ?? 0);
    return sum;
  });
}
