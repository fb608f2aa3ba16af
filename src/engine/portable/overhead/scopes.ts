import * as tf from '../../tf.ts';
import type { EngineParts } from './engineParts.ts';

/**
 * The end of a scope (tf.tidy, and every single operation). Nearly always its result is one tensor or none, and needs
 * no list and no set to be told from what is to be disposed.
 */
export function endScopesQuickly(engine: EngineParts): void {
  const stock = engine.endScope.bind(engine);
  engine.endScope = (result) => {
    if (result instanceof tf.Tensor) endScope(engine, result);
    else if (result === undefined || result === null) endScope(engine, undefined);
    else stock(result);
  };
}

function endScope(engine: EngineParts, result: tf.Tensor | undefined): void {
  const { state } = engine;
  const scope = state.activeScope;
  if (!scope) throw new Error('A scope was ended that had not begun.');
  for (const tensor of scope.track) {
    if (!tensor.kept && tensor.id !== result?.id) tensor.dispose();
  }
  state.scopeStack.pop();
  state.activeScope = state.scopeStack.at(-1) ?? null;
  if (result && !result.kept && result.scopeId === scope.id) engine.track(result);
}
