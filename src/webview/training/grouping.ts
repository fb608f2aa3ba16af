/** Which metrics share a chart: the same quantity on training and on validation data belongs on one axis. */

export interface MetricGroup {
  /** Name of the quantity, e.g. 'loss'. */
  name: string;
  /** The metrics of this group, training first. */
  members: { name: string; validation: boolean }[];
}

/** What marks a metric as measured on validation or on training data, in the spellings people use. */
const validationMark =
  /^(val|valid|validation|test|eval)[\s_/.:-]+|[\s_/.:-]+(val|valid|validation|test|eval)$/i;
const camelMark = /^(val|valid|validation|test|eval)(?=[A-Z])/;
const trainingMark = /^(train|training)[\s_/.:-]+|[\s_/.:-]+(train|training)$/i;
const camelTrainingMark = /^(train|training)(?=[A-Z])/;
const synonyms: Record<string, string> = { acc: 'accuracy' };

/** In the order in which the quantities were first logged; what has a loss in its name comes first. */
export function groupMetrics(names: readonly string[]): MetricGroup[] {
  const groups = new Map<string, MetricGroup>();
  for (const name of names) {
    const validation = validationMark.test(name) || camelMark.test(name);
    const base = quantity(name);
    const key = base.toLowerCase();
    const group = groups.get(key) ?? { name: base, members: [] };
    groups.set(key, group);
    group.members.push({ name, validation });
  }
  for (const { members } of groups.values()) {
    members.sort((a, b) => Number(a.validation) - Number(b.validation));
  }
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}

function quantity(name: string): string {
  const marks = [validationMark, camelMark, trainingMark, camelTrainingMark];
  const bare = marks.reduce((rest, mark) => rest.replace(mark, ''), name);
  return synonyms[bare.toLowerCase()] ?? (decapitalize(bare) || name);
}

function decapitalize(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** The loss is what training is about; a quantity seen on both kinds of data is next. */
function rank({ name, members }: MetricGroup): number {
  if (name.toLowerCase() === 'loss') return 0;
  return members.length > 1 ? 1 : 2;
}
