/** Starts the best engine on a machine without WebAssembly, and prints which one it is. */
import { startEngine } from '../../../src/engine/start.ts';

Reflect.deleteProperty(globalThis, 'WebAssembly');
const { name, reason } = await startEngine('auto');
console.log(JSON.stringify({ name, reason }));
