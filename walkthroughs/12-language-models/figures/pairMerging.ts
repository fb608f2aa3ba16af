/** Byte-pair encoding on a learner's text (Sennrich et al. 2016): again and again, the commonest pair becomes one token. */

export interface Merge {
  pair: readonly [string, string];
  count: number;
}

/** The tokens after so many merges, and the merges made; no pair that stands only once is merged. */
export function mergePairs(text: string, most: number): { tokens: string[]; merges: Merge[] } {
  let tokens = [...text];
  const merges: Merge[] = [];
  while (merges.length < most) {
    const best = commonest(tokens);
    if (!best) break;
    merges.push(best);
    tokens = merged(tokens, best.pair);
  }
  return { tokens, merges };
}

function commonest(tokens: readonly string[]): Merge | undefined {
  const found = new Map<string, Merge>();
  tokens.slice(1).forEach((second, i) => {
    const first = tokens[i] ?? '';
    const key = `${first.length}:${first}${second}`;
    found.set(key, { pair: [first, second], count: (found.get(key)?.count ?? 0) + 1 });
  });
  const best = [...found.values()].reduce<Merge | undefined>(
    (most, each) => (each.count > (most?.count ?? 1) ? each : most),
    undefined,
  );
  return best;
}

function merged(tokens: readonly string[], [first, second]: Merge['pair']): string[] {
  const result: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const isPair = tokens[i] === first && tokens[i + 1] === second;
    result.push(isPair ? first + second : (tokens[i] ?? ''));
    if (isPair) i++;
  }
  return result;
}
