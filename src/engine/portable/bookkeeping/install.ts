import { shortenCalls } from './callKernel.ts';
import { BlockNotes } from './dataNotes.ts';
import { type Insides, insides } from './insides.ts';
import { linkLate } from './saved.ts';
import { shortenScopes } from './scopes.ts';

const done = new WeakSet<Insides>();

/** Makes the books that TensorFlow.js keeps cheaper, once. */
export function shortenBookkeeping(): void {
  const engine = insides();
  if (done.has(engine)) return;
  done.add(engine);
  engine.state.tensorInfo = new BlockNotes(engine.state.tensorInfo);
  shortenCalls(engine);
  linkLate(engine);
  shortenScopes(engine);
}
