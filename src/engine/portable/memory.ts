import { EngineError } from '../engineError.ts';

/** The part of the WebAssembly module that hands out memory. */
interface Allocator {
  HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(address: number): void;
}

const GIGABYTE = 2 ** 30;

/** Room that tensors leave free, for what the kernels need on the way. */
const SPARE = 2 ** 27;

/**
 * Makes running out of memory an error that can be caught: the module itself answers with address 0,
 * and the tensor put there would overwrite others.
 */
export function guardMemory(module: Allocator): void {
  // The first call of each puts the real function in its place, over whatever is there.
  module._free(module._malloc(8));
  const allocate = module._malloc;
  const fits = (bytes: number) => {
    const trial = allocate(bytes);
    if (trial !== 0) module._free(trial);
    return trial !== 0;
  };
  module._malloc = (bytes) => {
    const held = module.HEAPU8.length;
    // An address has 32 bits, so a larger number would wrap around.
    if (bytes + SPARE >= 4 * GIGABYTE) throw outOfMemory(bytes, held);
    if (held > 3 * GIGABYTE && !fits(bytes + SPARE)) throw outOfMemory(bytes, held);
    const address = allocate(bytes);
    if (address === 0 && bytes > 0) throw outOfMemory(bytes, held);
    return address;
  };
}

function outOfMemory(bytes: number, held: number): EngineError {
  const [more, all] = [bytes, held].map((n) => `${(n / GIGABYTE).toFixed(2)} GB`);
  return new EngineError(
    `Out of memory: the engine holds ${all} and a tensor needs ${more} more. ` +
      'Dispose tensors that are no longer needed (tf.tidy does it), or use smaller batches.',
  );
}
