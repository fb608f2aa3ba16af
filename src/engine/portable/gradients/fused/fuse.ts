/**
 * Gradients of several kernels as one. TensorFlow.js goes back through every kernel that was run; where these together
 * are a function whose gradient is simple, they are replaced on the tape by one node before it does.
 */
import * as tf from '../../../tf.ts';
import { PortableBackend } from '../../backend.ts';
import { normalize } from './normalize.ts';
import { swish } from './swish.ts';
import { Tape, type TapeNode } from './tape.ts';

/** What takes the place of a node and of those before it that serve it alone. */
interface Fused {
  inputs: Record<string, tf.Tensor>;
  inner: TapeNode[];
  gradient: (dy: tf.Tensor) => Record<string, () => tf.Tensor>;
}

/** Looks at the last node of what may be a pattern. */
export type Fusion = (node: TapeNode, tape: Tape) => Fused | undefined;

/** By the kernel of their last node. */
const fusions: Record<string, readonly Fusion[]> = { Multiply: [swish, normalize] };

/** What of TensorFlow.js's engine is used here. */
interface Differentiator {
  state: { gradientDepth: number; activeTape: TapeNode[] | null };
  backendInstance: tf.KernelBackend | null;
  gradients(
    f: () => tf.Tensor,
    xs: tf.Tensor[],
    dy?: tf.Tensor,
    allowNoGradients?: boolean,
  ): { value: tf.Tensor; grads: tf.Tensor[] };
}

const done = new WeakSet<object>();

export function fuseGradients(): void {
  const engine = tf.engine() as unknown as Differentiator;
  if (done.has(engine)) return;
  done.add(engine);
  const stock = engine.gradients;
  engine.gradients = function (f, xs, dy, allowNoGradients) {
    const watched = () => {
      const y = f();
      if (y instanceof tf.Tensor) fuse(this, [...xs, y]);
      return y;
    };
    return stock.call(this, watched, xs, dy, allowNoGradients);
  };
}

/** Leaves gradients of gradients alone: they go back through the kernels of the first ones. */
function fuse({ state, backendInstance }: Differentiator, outer: tf.Tensor[]): void {
  const { activeTape: nodes, gradientDepth } = state;
  if (!nodes || gradientDepth !== 1 || !(backendInstance instanceof PortableBackend)) return;
  const found = find(nodes, new Tape(nodes, new Set(outer.map(({ id }) => id))));
  if (found.size === 0) return;
  const gone = new Set([...found.values()].flatMap(({ inner }) => inner));
  state.activeTape = nodes.flatMap((node) => {
    if (gone.has(node)) return [];
    const fused = found.get(node);
    return fused ? [replace(node, fused)] : [node];
  });
}

function find(nodes: readonly TapeNode[], tape: Tape): Map<TapeNode, Fused> {
  const found = new Map<TapeNode, Fused>();
  for (const node of nodes) {
    for (const fusion of fusions[node.kernelName] ?? []) {
      const fused = fusion(node, tape);
      if (fused) found.set(node, fused);
    }
  }
  return found;
}

function replace(node: TapeNode, { inputs, inner, gradient }: Fused): TapeNode {
  return {
    ...node,
    inputs,
    gradient: ([dy]) => gradient(dy as tf.Tensor),
    saved: [node, ...inner].flatMap(({ saved }) => saved),
  };
}
