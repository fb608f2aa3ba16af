/**
 * A transformer of two blocks with one head each, its weights set by hand: it goes on with what it has read before.
 * Block 1 looks at the place just before and adds its letter to the own vector. Block 2 looks for places whose letter
 * before is the present one: what stood there came next, then (an induction head, Olsson et al. 2022).
 */
export interface Reading {
  /** The beginning of the text, then its characters. */
  tokens: readonly string[];
  /** The different tokens, in the order in which they are met. */
  letters: readonly string[];
  /** How much each place (row) looks at each place (column); rows sum to 1. */
  maps: readonly [first: number[][], second: number[][]];
  /** How probable each of `letters` is after each place. */
  odds: readonly Float32Array[];
}

export interface Weights {
  /** What queries times keys are multiplied by: 0 spreads attention evenly. */
  sharpness: number;
  /** Whether vectors hold a position beside their letter. */
  positions: boolean;
}

/** Radians a place: the position vector of place t has cos(ωt) and sin(ωt) for each. */
const WAVES = [2, 1, 0.5, 0.25];

export function read(text: string, { sharpness, positions }: Weights): Reading {
  const tokens = ['\n', ...text];
  const letters = [...new Set(tokens)];
  const own = tokens.map((token) => letters.map((letter) => Number(letter === token)));
  const first = attention(tokens, (place, other) =>
    positions ? sharpness * alike(place - 1, other) : 0,
  );
  const before = mixed(first, own); // what block 1 adds to each vector
  const second = attention(
    tokens,
    (place, other) => sharpness * dot(own[place] ?? [], before[other] ?? []),
  );
  const odds = mixed(second, own).map((row) => Float32Array.from(row));
  return { tokens, letters, maps: [first, second], odds };
}

/** Product of two position vectors, of length 1 each: 1 for the same place. */
function alike(a: number, b: number): number {
  return WAVES.reduce((sum, wave) => sum + Math.cos(wave * (a - b)), 0) / WAVES.length;
}

/** Softmax of the scores, row by row; the causal mask leaves out what comes later. */
function attention(
  tokens: readonly string[],
  score: (place: number, other: number) => number,
): number[][] {
  return tokens.map((_, place) => {
    const powers = tokens.map((_, other) => (other > place ? 0 : Math.exp(score(place, other))));
    const total = powers.reduce((sum, power) => sum + power, 0);
    return powers.map((power) => power / total);
  });
}

/** For each place the values of all places, mixed as it looks at them. */
function mixed(map: readonly number[][], values: readonly number[][]): number[][] {
  return map.map((weights) =>
    (values[0] ?? []).map((_, i) =>
      dot(
        weights,
        values.map((value) => value[i] ?? 0),
      ),
    ),
  );
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** The likeliest next letter after a place; undefined where several are as likely. */
export function guess({ letters, odds }: Reading, place: number): string | undefined {
  const row = [...(odds[place] ?? [])];
  const most = Math.max(...row);
  const best = row.flatMap((share, i) => (share > most - 1e-4 ? i : []));
  return best.length === 1 ? letters[best[0] ?? 0] : undefined;
}
