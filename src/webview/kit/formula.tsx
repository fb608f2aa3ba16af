/**
 * A formula with live numbers. In the TeX, `\term{name}{…}` marks what a control touches
 * and `\val{name}` stands for a number that changes.
 */
import type { Signal } from '@preact/signals';
import katex from 'katex';
import 'katex/dist/katex.min.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { fill, writeNumbers } from './liveNumbers.ts';
import { patch } from './patch.ts';

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

interface TexProps {
  tex: string;
  values?: Record<string, string>;
  active?: Signal<string | undefined>;
  display?: boolean;
}

const NO_VALUES = {};
/** In ms: what only screen readers read of a formula may wait until its numbers rest. */
const REST = 300;

export function Tex({ tex, values = NO_VALUES, active, display = false }: TexProps) {
  const ref = useRef<HTMLSpanElement>(null);
  const drawn = useRef<{ source: string; values: Record<string, string> } | undefined>(undefined);
  const source = useMemo(() => tex.replaceAll(/\\term\{(\w+)\}/g, '\\htmlData{term=$1}'), [tex]);
  const filled = fill(source, values);
  const marked = active?.value;
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const drawWhole = () => {
      renderTex(filled, element, display);
      mark(element, active?.peek());
    };
    const { current } = drawn;
    drawn.current = { source, values };
    if (current?.source !== source || !writeNumbers(element, current.values, values)) {
      return drawWhole();
    }
    const whole = setTimeout(drawWhole, REST);
    return () => clearTimeout(whole);
  }, [filled, display]);
  useLayoutEffect(() => {
    if (ref.current) mark(ref.current, marked);
  }, [marked]);
  const point = (event: PointerEvent) => {
    if (!active || !(event.target instanceof Element)) return;
    const term = event.target.closest('[data-term]')?.getAttribute('data-term');
    if (active.peek() !== (term ?? undefined)) active.value = term ?? undefined;
  };
  return <span ref={ref} class={display ? 'tex display' : 'tex'} onPointerOver={point} />;
}

function mark(formula: Element, active: string | undefined): void {
  for (const term of formula.querySelectorAll('[data-term]')) {
    term.classList.toggle('active', term.getAttribute('data-term') === active);
  }
}

/** Builds DOM nodes, no HTML text: the page's content security policy allows no inline styles. */
function renderTex(source: string, element: HTMLElement, display: boolean): void {
  const wanted = element.cloneNode() as HTMLElement;
  katex.render(source, wanted, {
    displayMode: display,
    throwOnError: true,
    trust: ({ command }) => command === '\\htmlData',
    strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  });
  // From step to step a few digits change: the rest keeps its place.
  patch(element, wanted);
}
