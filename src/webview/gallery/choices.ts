/** What can be looked at: the samples by name, then the models that answer. */
import type { Explorer } from '../../protocol/runner.ts';

export interface Choice {
  kind: 'frames' | 'explorer';
  name: string;
}

export function choiceKey({ kind, name }: Choice): string {
  return `${kind}:${name}`;
}

export function choicesOf(names: Iterable<string>, explorers: readonly Explorer[]): Choice[] {
  return [
    ...[...names].map((name): Choice => ({ kind: 'frames', name })),
    ...explorers.map(({ name }): Choice => ({ kind: 'explorer', name })),
  ];
}

/** What the host means by a name: where samples and a model share one, the model while it answers. */
export function choiceNamed(
  name: string | undefined,
  choices: readonly Choice[],
  exploring: boolean,
): Choice | undefined {
  const named = choices.filter((choice) => choice.name === name);
  const preferred = exploring ? 'explorer' : 'frames';
  return named.find(({ kind }) => kind === preferred) ?? named[0];
}
