/** What kind of model a script seems to train. A guess from its text: which engine is faster depends on the kind. */

export const kinds = ['dense', 'convolutional', 'recurrent', 'small'] as const;
export type Kind = (typeof kinds)[number];

/** How a sentence for people calls such a model. */
export const kindWords: Record<Kind, string> = {
  dense: 'a dense model',
  convolutional: 'a convolutional model',
  recurrent: 'a recurrent model',
  small: 'a model of many small operations',
};

const RECURRENT = /\b(?:lstm|gru|simpleRNN|rnn|bidirectional)(?:Cell)?\s*\(/i;
const CONVOLUTIONAL = /\b(?:\w*conv[123]d\w*|\w+pool(?:ing)?[123]d)\s*\(/i;
const ATTENTION = /\b(?:embedding|layerNormalization|softmax|einsum|gather)\s*\(/;

/** Below it, the work of an operation is less than what calling it costs. */
const FEW_UNITS = 100;

export function kindOf(script: string): Kind {
  const code = withoutComments(script);
  if (RECURRENT.test(code)) return 'recurrent';
  if (CONVOLUTIONAL.test(code)) return 'convolutional';
  if (ATTENTION.test(code)) return 'small';
  const units = unitsIn(code);
  return units.length > 0 && Math.max(...units) < FEW_UNITS ? 'small' : 'dense';
}

function withoutComments(script: string): string {
  return script.replace(/\/\*[\s\S]*?\*\/|(^|[^:'"`])\/\/.*$/gm, '$1');
}

/** Widths of layers: numbers behind `units:`, and those of constants named there. */
function unitsIn(code: string): number[] {
  const constants = new Map(
    [...code.matchAll(/\bconst (\w+)\s*=\s*(\d+)\b/g)].map(([, name, value]) => [name, value]),
  );
  return [...code.matchAll(/\bunits:\s*(\w+)/g)]
    .map(([, word]) => Number(constants.get(word) ?? word))
    .filter(Number.isFinite);
}
