/**
 * Matrix products. The stock kernels are fast for one plain product and ten times slower for all others:
 * with a transposed side, which every gradient of a dense layer has, and in batches.
 * Here a transposed side is laid out first, and a batch becomes one product or a row of plain ones.
 */
import * as tf from '../tf.ts';
import type { PortableBackend } from './backend.ts';
import { free, runStock, shapedAs, transpose } from './stock.ts';

const PLAIN = { transposeA: false, transposeB: false };

interface MatMulAttrs {
  transposeA: boolean;
  transposeB: boolean;
}

/** [..., m, k] · [..., k, n] = [..., m, n], where either side may be given transposed. */
export function batchMatMul(
  backend: PortableBackend,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  { transposeA, transposeB }: MatMulAttrs,
): tf.TensorInfo {
  if (transposeB && isCheaperTurned(a, b, transposeA)) return turned(backend, a, b, transposeA);
  const left = transposeA ? transposeLast(backend, a) : a;
  const right = transposeB ? transposeLast(backend, b) : b;
  const product = multiply(backend, left, right);
  if (left !== a) free(backend, left);
  if (right !== b) free(backend, right);
  return product;
}

/**
 * A gradient of a dense layer is few rows times a large transposed matrix: a · bᵀ = (b · aᵀ)ᵀ,
 * and then only the few rows and the result are laid out anew.
 */
function isCheaperTurned(a: tf.TensorInfo, b: tf.TensorInfo, transposeA: boolean): boolean {
  if (size(outer(a)) !== 1 || size(outer(b)) !== 1) return false;
  const [n = 0, k = 0] = b.shape.slice(-2);
  const m = a.shape.at(transposeA ? -1 : -2) ?? 0;
  // The right side of a product is copied once more by the kernel.
  return (transposeA ? 1 : 2) * m * k + m * n < 2 * k * n;
}

function turned(
  backend: PortableBackend,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  transposeA: boolean,
): tf.TensorInfo {
  const right = transposeA ? a : transposeLast(backend, a);
  const product = multiply(backend, b, right);
  const result = transposeLast(backend, product);
  free(backend, product);
  if (right !== a) free(backend, right);
  return result;
}

/** The same with bias and activation, for tensors of rank 3. */
export function fusedMatMul(
  backend: PortableBackend,
  inputs: Record<string, tf.TensorInfo>,
  attrs: MatMulAttrs & Record<string, unknown>,
): tf.TensorInfo {
  const { a, b } = inputs;
  if (!a || !b) throw new Error('A matrix product needs two matrices.');
  const left = attrs.transposeA ? transposeLast(backend, a) : a;
  const right = attrs.transposeB ? transposeLast(backend, b) : b;
  const plain = { ...attrs, ...PLAIN };
  const product = runStock(backend, '_FusedMatMul', { ...inputs, a: left, b: right }, plain);
  if (left !== a) free(backend, left);
  if (right !== b) free(backend, right);
  return product;
}

function transposeLast(backend: PortableBackend, x: tf.TensorInfo): tf.TensorInfo {
  const last = x.shape.length - 1;
  const perm = x.shape.map((_, axis) => axis);
  perm[last] = last - 1;
  perm[last - 1] = last;
  return transpose(backend, x, perm);
}

function multiply(backend: PortableBackend, a: tf.TensorInfo, b: tf.TensorInfo): tf.TensorInfo {
  if (size(outer(b)) === 1) return multiplyByOne(backend, a, b);
  if (String(outer(a)) === String(outer(b))) return multiplyPairs(backend, a, b);
  return runStock(backend, 'BatchMatMul', { a, b }, PLAIN);
}

/** A batch times one matrix is one product of tall matrices. */
function multiplyByOne(
  backend: PortableBackend,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
): tf.TensorInfo {
  const [k = 0, n = 0] = b.shape.slice(-2);
  const rows = size(a.shape.slice(0, -1));
  const pair = { a: shapedAs(a, [1, rows, k]), b: shapedAs(b, [1, k, n]) };
  const product = runStock(backend, 'BatchMatMul', pair, PLAIN);
  const shape = tf.broadcast_util.assertAndGetBroadcastShape(outer(a), outer(b));
  return shapedAs(product, [...shape, a.shape.at(-2) ?? 0, n]);
}

/** One plain product a pair, on the part of the tensors where the pair lies. */
function multiplyPairs(
  backend: PortableBackend,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
): tf.TensorInfo {
  const [m = 0, k = 0] = a.shape.slice(-2);
  const n = b.shape.at(-1) ?? 0;
  const product = backend.makeOutput([...outer(a), m, n], 'float32');
  const shapeA = shapeBytes([1, m, k]);
  const shapeB = shapeBytes([1, k, n]);
  const run = backend.matMulFunction();
  for (let i = 0; i < size(outer(a)); i++) {
    const parts = [
      backend.lendPart(a, i * m * k, m * k),
      backend.lendPart(b, i * k * n, k * n),
      backend.lendPart(product, i * m * n, m * n),
    ] as const;
    run(parts[0], shapeA, 3, parts[1], shapeB, 3, 0, 0, parts[2]);
    for (const id of parts) backend.returnPart(id);
  }
  return product;
}

/** The dimensions of the batch. */
function outer({ shape }: tf.TensorInfo): number[] {
  return shape.slice(0, -2);
}

function size(shape: number[]): number {
  return tf.util.sizeFromShape(shape);
}

function shapeBytes(shape: number[]): Uint8Array {
  return new Uint8Array(Int32Array.from(shape).buffer);
}
