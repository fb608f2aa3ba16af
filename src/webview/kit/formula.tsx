/**
 * A formula with live numbers. In the TeX, `\term{name}{…}` marks what a control touches
 * and `\val{name}` stands for a number that changes.
 */
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Tex } from './tex.tsx';

export interface Term {
  name: string;
  /** TeX of the symbol. */
  symbol: string;
  meaning: string;
}

interface Props {
  tex: string;
  /** Already rounded to a fixed number of digits, so that nothing jumps. */
  values: Record<string, string>;
  terms: readonly Term[];
  /** The term under the learner's hand: marked here, set by the controls and by pointing at a term. */
  active: Signal<string | undefined>;
}

export function Formula({ tex, values, terms, active }: Props) {
  return (
    <section class="formula" aria-label="Formula">
      <Tex tex={tex} values={values} active={active} display />
      <dl class="terms">
        {terms.map((term) => (
          <Touch key={term.name} term={term.name} active={active}>
            <dt>
              <Tex tex={`\\term{${term.name}}{${term.symbol}}`} active={active} />
            </dt>
            <dd>{term.meaning}</dd>
          </Touch>
        ))}
      </dl>
    </section>
  );
}

interface TouchProps {
  term: string;
  active: Signal<string | undefined>;
  children: ComponentChildren;
  class?: string;
}

/** What is inside touches a term of the formula: while pointed at or focused, the term is marked. */
export function Touch({ term, active, children, class: name = '' }: TouchProps) {
  const enter = () => {
    active.value = term;
  };
  const leave = () => {
    if (active.value === term) active.value = undefined;
  };
  return (
    <div
      class={`touch ${name}`}
      onPointerEnter={enter}
      onPointerLeave={leave}
      onFocusIn={enter}
      onFocusOut={leave}
    >
      {children}
    </div>
  );
}
