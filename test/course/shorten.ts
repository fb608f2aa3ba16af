/** What an example's hyperparameters may be at most in a short run; more of the same would show nothing else. */
const most: Readonly<Record<string, number>> = {
  // A leak of one tensor a step is still far above what may be left.
  steps: 200,
  rounds: 200,
  count: 300,
  repeats: 2,
  randomTrials: 6,
  bayesianTrials: 6,
};

/** A script whose loops are short: `steps` and the like, where its hyperparameters are. */
export function shorten(source: string): string {
  const [before = '', ...after] = source.split(/(?=^\/\/ Data -)/m);
  const shortened = before.replace(
    /^const (\w+) = (\d+);/gm,
    (line, name: string, value: string) =>
      Number(value) > (most[name] ?? Number.POSITIVE_INFINITY)
        ? `const ${name} = ${most[name]};`
        : line,
  );
  return [shortened, ...after].join('');
}
