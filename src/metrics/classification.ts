/** How well classes are named: counts of who was taken for whom, and what follows from them. */

/** Of one class, or the mean over classes. A share of nothing (0 of 0) is given as 0. */
export interface ClassScores {
  /** Of what was named so, the share that is. */
  precision: number;
  /** Of what is so, the share that was named. */
  recall: number;
  /** Harmonic mean of the two. */
  f1: number;
}

export interface ClassificationScores {
  /** Share of all that was named right. */
  accuracy: number;
  perClass: ClassScores[];
  /** Plain mean over the classes: a rare one counts as much as a common one. */
  macro: ClassScores;
  /** From the counts of all classes together: with one name for each example, all three equal the accuracy. */
  micro: ClassScores;
}

/**
 * @param labels the true class of each example, 0, 1, …
 * @param predictions the class named
 * @param classes how many there are; as many as are met where it is left out
 * @returns row by true class, column by class named: how many
 * @throws RangeError when the two differ in length, or a class is no whole number within
 */
export function confusionMatrix(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  classes = Math.ceil(highest(labels, predictions)) + 1,
): number[][] {
  if (labels.length !== predictions.length) {
    throw new RangeError(
      `there are ${labels.length} labels for ${predictions.length} predictions.`,
    );
  }
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < labels.length; i++) {
    const [label = -1, named = -1] = [labels[i], predictions[i]];
    const row = counts[label];
    if (row?.[named] === undefined) {
      throw new RangeError(`${label} and ${named} are not both classes from 0 to ${classes - 1}.`);
    }
    row[named] += 1;
  }
  return counts;
}

/** @param confusion rows by true class, as `confusionMatrix` gives them */
export function classificationScores(
  confusion: readonly (readonly number[])[],
): ClassificationScores {
  const total = sum(confusion.map(sum));
  const right = sum(confusion.map((row, i) => row[i] ?? 0));
  const counts = confusion.map((row, i) => ({
    right: row[i] ?? 0,
    named: sum(confusion.map((other) => other[i] ?? 0)),
    real: sum(row),
  }));
  const perClass = counts.map(({ right, named, real }) => scores(right, named, real));
  const mean = (of: (each: ClassScores) => number) => share(sum(perClass.map(of)), perClass.length);
  return {
    accuracy: share(right, total),
    perClass,
    macro: {
      precision: mean(({ precision }) => precision),
      recall: mean(({ recall }) => recall),
      f1: mean(({ f1 }) => f1),
    },
    micro: scores(right, total, total),
  };
}

/** F1 = 2 · right / (named + real), the harmonic mean of precision and recall without dividing by 0 twice. */
function scores(right: number, named: number, real: number): ClassScores {
  return {
    precision: share(right, named),
    recall: share(right, real),
    f1: share(2 * right, named + real),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function highest(...lists: ArrayLike<number>[]): number {
  let most = 0;
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) most = Math.max(most, list[i] ?? 0);
  }
  return most;
}
