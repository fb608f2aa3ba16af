/** Matrix products. Shapes: a [..., rows, terms], b [..., terms, columns], each perhaps transposed. */
import * as tf from '../../tf.ts';
import { MATMUL } from '../assembly/kinds.ts';
import type { PortableBackend } from '../backend.ts';
import { applyActivation, isActivation } from './activation.ts';
import { type Call, isFloat, type KernelTable, WORTH_SHARING } from './kernel.ts';

export interface Product {
  batch: number[];
  rows: number;
  columns: number;
  terms: number;
  transposeA: boolean;
  transposeB: boolean;
  /** False where one a or b serves the whole batch. */
  manyA: boolean;
  manyB: boolean;
}

export const matMulKernels: KernelTable = {
  BatchMatMul({ inputs: { a, b }, attrs, backend }) {
    if (!isFloat(a) || !isFloat(b)) return undefined;
    const product = describe(a, b, attrs);
    if (!product) return undefined;
    const { batch, rows, columns } = product;
    return backend.defer([...batch, rows, columns], [a, b], (out, [heldA, heldB]) =>
      multiply(backend, product, heldA, heldB, out),
    );
  },
  _FusedMatMul({ inputs: { a, b, bias }, attrs, backend }) {
    if (!isFloat(a) || !isFloat(b) || !isActivation(attrs.activation)) return undefined;
    const product = describe(a, b, attrs);
    if (!product || (bias && !isRow(bias, product.columns))) return undefined;
    const { batch, rows, columns } = product;
    const out = backend.make([...batch, rows, columns], 'float32');
    multiply(backend, product, a, b, out, bias);
    applyActivation(backend, out, attrs);
    return out;
  },
};

/** Undefined where the batches do not simply match, so that the CPU kernel finds out or says what is wrong. */
function describe(
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  { transposeA = false, transposeB = false }: Call['attrs'],
): Product | undefined {
  const [m = 0, k = 0] = transposeA ? a.shape.slice(-2).reverse() : a.shape.slice(-2);
  const [other = 0, n = 0] = transposeB ? b.shape.slice(-2).reverse() : b.shape.slice(-2);
  if (a.shape.length < 2 || b.shape.length < 2 || k !== other) return undefined;
  const [batchA, batchB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  const [countA, countB] = [batchA, batchB].map((shape) => tf.util.sizeFromShape(shape));
  const batch = tf.backend_util.assertAndGetBroadcastShape(batchA, batchB);
  const count = tf.util.sizeFromShape(batch);
  if ((countA !== count && countA !== 1) || (countB !== count && countB !== 1)) return undefined;
  return {
    batch,
    rows: m,
    columns: n,
    terms: k,
    transposeA: transposeA === true,
    transposeB: transposeB === true,
    manyA: countA !== 1,
    manyB: countB !== 1,
  };
}

function isRow({ shape }: tf.TensorInfo, columns: number): boolean {
  return tf.util.sizeFromShape(shape) === columns && shape.at(-1) === columns;
}

/** Writes op(a) · op(b) + bias to `out`. */
export function multiply(
  backend: PortableBackend,
  product: Product,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  out: tf.TensorInfo,
  bias?: tf.TensorInfo,
): void {
  const { transposeA, transposeB, columns, terms, manyA, manyB } = product;
  let batch = tf.util.sizeFromShape(product.batch);
  let { rows } = product;
  // One b for the whole batch: the rows of all the a's are those of one large matrix.
  if (!manyB && !transposeA && batch > 1) [rows, batch] = [rows * batch, 1];
  const { strip, byRows } = cut(rows, columns, terms);
  const strips = Math.ceil((byRows ? rows : columns) / strip);
  const work = 2 * rows * columns * terms;
  backend.kernels.run(
    MATMUL,
    batch * strips,
    Math.ceil((WORTH_SHARING * strips) / Math.max(1, work)),
    rows,
    columns,
    terms,
    Number(transposeA),
    Number(transposeB),
    backend.address(a),
    manyA && batch > 1 ? rows * terms : 0,
    backend.address(b),
    manyB ? terms * columns : 0,
    backend.address(out),
    bias ? backend.address(bias) : 0,
    strip,
    Number(byRows),
  );
}

/** Rows or columns. */
const LEAST_STRIP = 64;

/** Strips of a matrix that are worth a thread of their own, along the longer side. */
function cut(rows: number, columns: number, terms: number): { strip: number; byRows: boolean } {
  const byRows = rows >= 2 * columns;
  const length = byRows ? rows : columns;
  const work = (2 * rows * columns * terms) / length;
  // What is not cut is packed anew for each strip: of few rows or columns that would take a fifth of the time.
  const least = Math.min(LEAST_STRIP, length / 2);
  // Multiples of 16, as packing takes them.
  const strip = Math.ceil(Math.max(least, (3 * WORTH_SHARING) / Math.max(1, work)) / 16) * 16;
  return { strip: Math.min(strip, Math.max(1, length)), byRows };
}
