/** A process of its own that may die: loads a native engine, lets it compute, and says on stdout which TensorFlow it is. */
import { type Binding, loadBinding } from '../binding.ts';

const binding = loadBinding(process.argv[2] ?? '');
const product = multiply(binding);
if (product.join() !== '7,10,15,22') throw new Error(`it computes wrongly (${product})`);
process.stdout.write(`\n${JSON.stringify({ version: binding.TF_Version })}\n`);

/** A matrix product takes the way through TensorFlow's vector instructions, which an old processor lacks. */
function multiply(engine: Binding): Float32Array {
  const { TF_FLOAT, TF_ATTR_BOOL, TF_ATTR_TYPE } = engine;
  const matrix = engine.createTensor([2, 2], TF_FLOAT, Float32Array.of(1, 2, 3, 4));
  const attributes = [
    { name: 'T', type: TF_ATTR_TYPE, value: TF_FLOAT },
    { name: 'transpose_a', type: TF_ATTR_BOOL, value: false },
    { name: 'transpose_b', type: TF_ATTR_BOOL, value: false },
  ];
  const [product] = engine.executeOp('MatMul', attributes, [matrix, matrix], 1);
  return engine.tensorDataSync(product?.id ?? -1);
}
