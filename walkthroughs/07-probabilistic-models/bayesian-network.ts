/**
 * A Bayesian network
 * Learns nothing: it reasons. From what was seen of a morning it tells how probable all the rest has become.
 *
 * Data:   six yes-or-no variables of a morning, with their tables of probabilities, written below
 * Expect: about 1 second; exact posteriors, and estimates from samples that close in on them
 * Try:    add { jam: 1, rain: 1 } to the cases: why does rain make a strike less probable again?
 */
import * as tf from '@tensorflow/tfjs-node';
import { log, showMatrix, showText } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const mostSamples = 16_384; // of each kind of sampling; doubled from 16 on

// Data -------------------------------------------------------------------------------------------
/** Values by name: 0 is no, 1 is yes. */
type Values = Record<string, number>;

/** The evidence of each case: what was seen of the morning. */
const cases: Values[] = [{}, { late: 1 }, { late: 1, overslept: 1 }, { late: 1, umbrella: 0 }];

// Model ------------------------------------------------------------------------------------------
interface Variable {
  name: string;
  parents: string[]; // what it depends on directly; parents stand before their children
  yes: number[]; // P(yes | parents), for the parents' values 0 0, 0 1, 1 0, 1 1
}
const network: Variable[] = [
  { name: 'rain', parents: [], yes: [0.3] },
  { name: 'strike', parents: [], yes: [0.05] },
  { name: 'overslept', parents: [], yes: [0.15] },
  { name: 'umbrella', parents: ['rain'], yes: [0.1, 0.9] },
  { name: 'jam', parents: ['rain', 'strike'], yes: [0.1, 0.7, 0.5, 0.9] },
  { name: 'late', parents: ['overslept', 'jam'], yes: [0.03, 0.4, 0.6, 0.9] },
];
const names = network.map(({ name }) => name);

/** A factor: a number for each combination of the values of some variables. */
interface Factor {
  names: string[];
  numbers: number[];
}

function factor(names: string[], number: (values: Values) => number): Factor {
  const valuesOf = (i: number) => Object.fromEntries(names.map((name, k) => [name, (i >> k) & 1]));
  const numbers = Array.from({ length: 2 ** names.length }, (_, i) => number(valuesOf(i)));
  return { names, numbers };
}

const at = ({ names, numbers }: Factor, values: Values) =>
  numbers[names.reduce((sum, name, k) => sum + ((values[name] ?? 0) << k), 0)] ?? 0;
const multiply = (a: Factor, b: Factor) =>
  factor([...new Set([...a.names, ...b.names])], (values) => at(a, values) * at(b, values));
const without = (names: string[], a: Factor) => a.names.filter((name) => !names.includes(name));
const observe = (a: Factor, seen: Values) =>
  factor(without(Object.keys(seen), a), (values) => at(a, { ...values, ...seen }));
const sumOut = (a: Factor, name: string) =>
  factor(
    without([name], a),
    (values) => at(a, { ...values, [name]: 0 }) + at(a, { ...values, [name]: 1 }),
  );

const tables = network.map(({ name, parents, yes }) =>
  factor([...parents, name], (values) => {
    const p = yes[parents.reduce((row, parent) => 2 * row + (values[parent] ?? 0), 0)] ?? 0;
    return values[name] === 1 ? p : 1 - p;
  }),
);

/** P(asked = yes | seen) by variable elimination: each hidden variable is summed out of the factors that know it. */
function posterior(asked: string, seen: Values): number {
  if (asked in seen) return seen[asked] ?? 0;
  let factors = tables.map((table) => observe(table, seen));
  for (const hidden of names.filter((name) => name !== asked && !(name in seen))) {
    const knowing = factors.filter((each) => each.names.includes(hidden));
    const rest = factors.filter((each) => !each.names.includes(hidden));
    factors = [...rest, sumOut(knowing.reduce(multiply), hidden)];
  }
  const joint = factors.reduce(multiply); // P(asked, seen), for no and yes
  return at(joint, { [asked]: 1 }) / (at(joint, { [asked]: 0 }) + at(joint, { [asked]: 1 }));
}

/**
 * Ancestral sampling, many mornings at once: each variable is drawn after its parents. What was seen is not drawn;
 * the weight of a morning is how probable it would have been (likelihood weighting).
 */
function sample(count: number, seen: Values = {}) {
  const values: Record<string, tf.Tensor> = {};
  let weights: tf.Tensor = tf.ones([count]);
  for (const { name, parents, yes } of network) {
    const row = parents.reduce(
      (sum, parent) => sum.mul(2).add(values[parent] ?? 0),
      tf.zeros([count]),
    );
    const p = tf.gather(yes, row.cast('int32')); // P(yes) of each morning
    const known = seen[name];
    values[name] = tf.randomUniform([count]).less(p).cast('float32');
    if (known === undefined) continue;
    values[name] = tf.fill([count], known);
    weights = weights.mul(known === 1 ? p : tf.sub(1, p));
  }
  return { values, weights };
}

// Training ---------------------------------------------------------------------------------------
// Nothing is trained. Samples close in on the exact posterior, slowly where few of them fit the evidence.
const exact = posterior('rain', { late: 1 });
for (let count = 16; count <= mostSamples; count *= 2) {
  const [rejection, weighting] = tf.tidy(() => {
    const all = sample(count).values; // rejection: only mornings on which someone was late are counted
    const given = sample(count, { late: 1 });
    const share = (a: tf.Tensor | undefined, b: tf.Tensor | undefined) =>
      (a && b && a.mul(b).sum().div(b.sum()).dataSync()[0]) ?? Number.NaN;
    return [share(all.rain, all.late), share(given.values.rain, given.weights)];
  });
  await log({ exact, rejection, weighting }, Math.log2(count)); // P(rain | late)
}

// Result -----------------------------------------------------------------------------------------
const rows = cases.map((seen) => names.map((name) => posterior(name, seen)));
const titles = cases.map((seen) => JSON.stringify(seen).replaceAll(/[{}"]/g, '') || 'nothing seen');
for (const [i, row] of rows.entries()) {
  await log(Object.fromEntries(names.map((name, k) => [`P(${name})`, row[k] ?? 0])), i);
}
showMatrix('posteriors', rows, { step: 0, rows: titles, columns: names });
const mornings = tf.stack(Object.values(sample(12).values), 1).arraySync() as number[][]; // [12, 6]
const inWords = mornings.map((row) => names.filter((_, k) => row[k] === 1).join(', ') || 'nothing');
showText('mornings drawn from the network', inWords.join('\n'), { step: 0 });
