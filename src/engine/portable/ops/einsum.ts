/** Einstein summation as a product of matrices. */
import * as tf from '../../tf.ts';
import type { PortableBackend } from '../backend.ts';
import { isFloat, type KernelTable } from './kernel.ts';
import { multiply } from './matMul.ts';
import type { HeapTensor } from './movement/layout.ts';
import { transpose } from './movement/transpose.ts';
import { describe } from './reduce/groups.ts';
import { sum } from './reduce/reduce.ts';

export const einsumKernels: KernelTable = {
  Einsum({ inputs, attrs, backend }) {
    const tensors = Object.values(inputs);
    const equation = (attrs.equation as string).replaceAll(/\s/g, '');
    if (!tensors.every(isFloat) || repeats(equation)) return undefined;
    const { decodeEinsumEquation, checkEinsumDimSizes } = tf.backend_util;
    const { allDims, summedDims, idDims } = decodeEinsumEquation(equation, tensors.length);
    checkEinsumDimSizes(allDims.length, idDims, tensors as tf.Tensor[]);
    const rank = allDims.length - summedDims.length;
    const [a, b] = tensors as HeapTensor[];
    const [aLetters = [], bLetters = []] = idDims;
    if (!a) return undefined;
    if (!b) return one(backend, a, aLetters, rank);
    return two(backend, { ...a, letters: aLetters }, { ...b, letters: bLetters }, rank);
  },
};

/** Whether a letter comes twice in the output, which the CPU kernel has its own way with. */
function repeats(equation: string): boolean {
  const [, output = ''] = equation.split('->');
  return new Set(output).size !== output.length;
}

/** Sums over the letters from `rank` on, and puts the others in order. */
function one(
  backend: PortableBackend,
  x: HeapTensor,
  letters: number[],
  rank: number,
): tf.TensorInfo | undefined {
  if (x.shape.includes(0)) return undefined;
  const axes = letters.flatMap((letter, i) => (letter < rank ? [] : [i]));
  const left = letters.filter((letter) => letter < rank);
  const summed = axes.length > 0 ? sum(backend, x, describe(x, axes, false), 1) : undefined;
  const out = inOrder(backend, (summed ?? x) as HeapTensor, left);
  if (summed) backend.free(summed);
  return out;
}

/** Each dimension has a letter, a number here: those below `rank` are the output's, in its order. */
interface Lettered extends HeapTensor {
  letters: number[];
}

function two(
  backend: PortableBackend,
  a: Lettered,
  b: Lettered,
  rank: number,
): tf.TensorInfo | undefined {
  const isShared = (letter: number) => a.letters.includes(letter) && b.letters.includes(letter);
  const batch = a.letters.filter((letter) => letter < rank && isShared(letter));
  const terms = a.letters.filter((letter) => letter >= rank && isShared(letter));
  const rows = a.letters.filter((letter) => !isShared(letter));
  const columns = b.letters.filter((letter) => !isShared(letter));
  // A sum over a letter of one input alone.
  if ([...rows, ...columns].some((letter) => letter >= rank)) return undefined;
  // Each is turned only where its terms come neither first nor last.
  const transposeA = !terms.includes(a.letters.at(-1) ?? -1);
  const transposeB = terms.includes(b.letters.at(-1) ?? -1);
  const left = inOrder(backend, a, a.letters, [
    ...batch,
    ...(transposeA ? [...terms, ...rows] : [...rows, ...terms]),
  ]);
  const right = inOrder(backend, b, b.letters, [
    ...batch,
    ...(transposeB ? [...columns, ...terms] : [...terms, ...columns]),
  ]);
  if (!left || !right) return undefined;
  const sizeOf = (letter: number) =>
    a.shape[a.letters.indexOf(letter)] ?? b.shape[b.letters.indexOf(letter)] ?? 1;
  const count = (letters: number[]) => tf.util.sizeFromShape(letters.map(sizeOf));
  const letters = [...batch, ...rows, ...columns];
  const out = backend.make(letters.map(sizeOf), 'float32');
  const size = {
    batch: [count(batch)],
    rows: count(rows),
    columns: count(columns),
    terms: count(terms),
  };
  multiply(
    backend,
    { ...size, transposeA, transposeB, manyA: true, manyB: true },
    left,
    right,
    out,
  );
  const result = inOrder(backend, out as HeapTensor, letters);
  backend.free(left, right, out);
  return result;
}

/** x with its dimensions in the order of `target`; without it, in the order of the letters themselves. */
function inOrder(
  backend: PortableBackend,
  x: HeapTensor,
  letters: number[],
  target = letters.toSorted((a, b) => a - b),
): tf.TensorInfo | undefined {
  return transpose(
    backend,
    x,
    target.map((letter) => letters.indexOf(letter)),
  );
}
