/** TeX, set by KaTeX. What was set once and differs in nothing but its numbers is not set anew. */
import type { Signal } from '@preact/signals';
import katex from 'katex';
import 'katex/dist/katex.min.css';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { fill, shapeOf, type Values, writeNumbers } from './liveNumbers.ts';

interface Props {
  tex: string;
  values?: Values;
  active?: Signal<string | undefined>;
  display?: boolean;
}

/** A formula as it was set, with the values that stand in it. */
interface Form {
  element: Element;
  values: Values;
}

const NO_VALUES = {};
/** Of one formula, kept by their shapes: signs come and go, and words change. */
const MOST_FORMS = 12;
/** In ms: what only screen readers read of a formula may wait until its numbers rest. */
const REST = 300;

export function Tex({ tex, values = NO_VALUES, active, display = false }: Props) {
  const ref = useRef<HTMLSpanElement>(null);
  const forms = useRef(new Map<string, Form>());
  const source = useMemo(() => tex.replaceAll(/\\term\{(\w+)\}/g, '\\htmlData{term=$1}'), [tex]);
  const filled = fill(source, values);
  const marked = active?.value;

  useLayoutEffect(() => {
    const shape = shapeOf(filled);
    const known = forms.current.get(shape);
    const isWritten = known !== undefined && writeNumbers(known.element, known.values, values);
    const element = isWritten ? known.element : setTex(filled, display);
    keep(forms.current, shape, { element, values });
    if (ref.current?.firstChild !== element) ref.current?.replaceChildren(element);
    mark(element, active?.peek());
    if (!isWritten) return;
    const timer = setTimeout(() => speak(element, setTex(filled, display)), REST);
    return () => clearTimeout(timer);
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

/** Builds DOM nodes, no HTML text: the page's content security policy allows no inline styles. */
function setTex(source: string, display: boolean): Element {
  const box = document.createElement('span');
  katex.render(source, box, {
    displayMode: display,
    throwOnError: true,
    trust: ({ command }) => command === '\\htmlData',
    strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  });
  return box.firstElementChild ?? box;
}

function mark(formula: Element, active: string | undefined): void {
  for (const term of formula.querySelectorAll('[data-term]')) {
    term.classList.toggle('active', term.getAttribute('data-term') === active);
  }
}

/** The newest last; the oldest make room. */
function keep(forms: Map<string, Form>, shape: string, form: Form): void {
  forms.delete(shape);
  forms.set(shape, form);
  for (const oldest of forms.keys()) if (forms.size > MOST_FORMS) forms.delete(oldest);
}

/** Its MathML, which is not seen, has no marks where its numbers are. */
function speak(formula: Element, whole: Element): void {
  const [old, next] = [formula, whole].map((each) => each.querySelector('.katex-mathml'));
  if (next) old?.replaceWith(next);
}
