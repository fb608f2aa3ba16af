/** The network of a morning: six yes-or-no variables, exact answers by variable elimination, and samples. */
import type { Random } from '../../../src/data/random.ts';

export interface Variable {
  name: string;
  /** What it depends on directly; parents stand before their children. */
  parents: readonly string[];
  /** P(yes | parents), for the parents' values 0 0, 0 1, 1 0, 1 1. */
  yes: readonly number[];
}

/** The same as in `bayesian-network.ts`. */
export const network: readonly Variable[] = [
  { name: 'rain', parents: [], yes: [0.3] },
  { name: 'strike', parents: [], yes: [0.05] },
  { name: 'overslept', parents: [], yes: [0.15] },
  { name: 'umbrella', parents: ['rain'], yes: [0.1, 0.9] },
  { name: 'jam', parents: ['rain', 'strike'], yes: [0.1, 0.7, 0.5, 0.9] },
  { name: 'late', parents: ['overslept', 'jam'], yes: [0.03, 0.4, 0.6, 0.9] },
];

/** 0 is no, 1 is yes; what is not named is not known. */
export type Values = Readonly<Record<string, number>>;

/** A number for each combination of the values of some variables; the first name counts ones, the next twos, … */
interface Factor {
  names: readonly string[];
  numbers: readonly number[];
}

/** P(evidence), and P(evidence, asked = yes). */
export interface Answer {
  evidence: number;
  joint: number;
}

export function probability({ name, parents, yes }: Variable, values: Values): number {
  const p = yes[parents.reduce((row, parent) => 2 * row + (values[parent] ?? 0), 0)] ?? 0;
  return values[name] === 0 ? 1 - p : p;
}

/** Sums each hidden variable out of the product of the factors that know it (Zhang and Poole 1994). */
export function ask(asked: string, seen: Values): Answer {
  const hidden = network.map(({ name }) => name).filter((n) => n !== asked && !(n in seen));
  let factors = network.map((variable) =>
    observe(
      factor([...variable.parents, variable.name], (values) => probability(variable, values)),
      asked in seen ? without(seen, asked) : seen,
    ),
  );
  for (const name of hidden) {
    const knowing = factors.filter((each) => each.names.includes(name));
    const rest = factors.filter((each) => !each.names.includes(name));
    factors = [...rest, sumOut(knowing.reduce(multiply), name)];
  }
  const product = factors.reduce(multiply);
  const [no, yes] = [at(product, { [asked]: 0 }), at(product, { [asked]: 1 })];
  if (!(asked in seen)) return { evidence: no + yes, joint: yes };
  return seen[asked] === 1 ? { evidence: yes, joint: yes } : { evidence: no, joint: 0 };
}

export function posterior(asked: string, seen: Values): number {
  const { joint, evidence } = ask(asked, seen);
  return joint / evidence;
}

export interface Morning {
  values: Values;
  /** How probable what was seen would have been; 1 where nothing was. */
  weight: number;
}

/** Likelihood weighting: each variable drawn after its parents; what was seen is not drawn but weighed. */
export function drawMorning(seen: Values, random: Random): Morning {
  const values: Record<string, number> = {};
  let weight = 1;
  for (const variable of network) {
    const p = probability(variable, values); // of yes, as it has no value yet
    const known = seen[variable.name];
    values[variable.name] = known ?? Number(random.chance(p));
    if (known !== undefined) weight *= known === 1 ? p : 1 - p;
  }
  return { values, weight };
}

/** Share of yes among mornings, each by its weight. */
export function estimate(asked: string, mornings: readonly Morning[]): number {
  let [yes, all] = [0, 0];
  for (const { values, weight } of mornings) {
    all += weight;
    yes += weight * (values[asked] ?? 0);
  }
  return yes / all;
}

function factor(names: readonly string[], number: (values: Values) => number): Factor {
  const valuesOf = (i: number) => Object.fromEntries(names.map((name, k) => [name, (i >> k) & 1]));
  const numbers = Array.from({ length: 2 ** names.length }, (_, i) => number(valuesOf(i)));
  return { names, numbers };
}

function at({ names, numbers }: Factor, values: Values): number {
  return numbers[names.reduce((sum, name, k) => sum + ((values[name] ?? 0) << k), 0)] ?? 0;
}

function multiply(a: Factor, b: Factor): Factor {
  const names = [...new Set([...a.names, ...b.names])];
  return factor(names, (values) => at(a, values) * at(b, values));
}

function observe(a: Factor, seen: Values): Factor {
  const left = a.names.filter((name) => !(name in seen));
  return factor(left, (values) => at(a, { ...values, ...seen }));
}

function sumOut(a: Factor, name: string): Factor {
  const left = a.names.filter((each) => each !== name);
  const set = (values: Values, value: number) => at(a, { ...values, [name]: value });
  return factor(left, (values) => set(values, 0) + set(values, 1));
}

function without(values: Values, name: string): Values {
  return Object.fromEntries(Object.entries(values).filter(([each]) => each !== name));
}
