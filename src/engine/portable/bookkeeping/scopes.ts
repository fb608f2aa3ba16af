import * as tf from '../../tf.ts';
import type { Insides, Tracked } from './insides.ts';

/** Ends scopes that give one tensor or nothing, as those of all operations do, without searching the result. */
export function shortenScopes(engine: Insides): void {
  const stock = engine.endScope;
  engine.endScope = function (result) {
    if (result != null && !(result instanceof tf.Tensor)) stock.call(this, result);
    else end(this, result as Tracked | null | undefined);
  };
}

function end(engine: Insides, result: Tracked | null | undefined): void {
  const { state } = engine;
  for (const tensor of state.activeScope?.track ?? []) {
    if (!tensor.kept && tensor.id !== result?.id) tensor.dispose();
  }
  const ended = state.scopeStack.pop();
  state.activeScope = state.scopeStack.at(-1) ?? null;
  // What was made here belongs to the scope around it now.
  if (result && !result.kept && result.scopeId === ended?.id) engine.track(result);
}
