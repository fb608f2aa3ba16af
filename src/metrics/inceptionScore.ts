/** The Inception Score (Salimans et al. 2016): is each sample named for sure, and are all names given? */

export interface InceptionScore {
  /** Mean over the splits, 1 to the number of classes. */
  mean: number;
  /** Standard deviation over the splits; 0 with one. */
  deviation: number;
}

/**
 * exp(mean KL(p(y|x) ‖ p(y))), where p(y) is the mean of p(y|x) over the samples of a split.
 * @param probabilities [count, classes], row by row: p(y|x) of each sample
 * @param splits in order, as equal as can be; 10 in the paper
 * @throws RangeError when there are more splits than samples
 */
export function inceptionScore(
  probabilities: ArrayLike<number>,
  classes: number,
  splits = 1,
): InceptionScore {
  const count = probabilities.length / classes;
  if (splits > count) throw new RangeError(`${count} samples do not make ${splits} splits.`);
  const scores = Array.from({ length: splits }, (_, i) => {
    const [first, end] = [i, i + 1].map((part) => Math.floor((part * count) / splits));
    return scoreOf(probabilities, classes, first ?? 0, end ?? count);
  });
  const mean = scores.reduce((sum, score) => sum + score, 0) / splits;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / splits;
  return { mean, deviation: Math.sqrt(variance) };
}

function scoreOf(p: ArrayLike<number>, classes: number, first: number, end: number): number {
  const overall = new Float64Array(classes);
  for (let i = first * classes; i < end * classes; i++) {
    overall[i % classes] = (overall[i % classes] ?? 0) + (p[i] ?? 0) / (end - first);
  }
  let divergence = 0;
  for (let i = first * classes; i < end * classes; i++) {
    const here = p[i] ?? 0;
    if (here > 0) divergence += here * Math.log(here / (overall[i % classes] ?? 0)); // 0 log 0 = 0
  }
  return Math.exp(divergence / (end - first));
}
