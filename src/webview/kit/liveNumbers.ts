/**
 * The numbers of a formula, changed where they stand. Setting a formula anew takes most of a frame, and from one
 * input to the next only its numbers differ.
 */

export type Values = Readonly<Record<string, string>>;

/** '12', '0.25': what stands in one piece on the page; signs and commas have spaces of their own. */
const NUMBER = /\d+(\.\d+)?/g;

/** Marks in the TeX, and so in the formula on the page, what is the value of which name. */
export function fill(tex: string, values: Values): string {
  return tex.replaceAll(
    /\\val\{(\w+)\}/g,
    (_, name: string) => `\\htmlData{val=${name}}{${values[name] ?? '?'}}`,
  );
}

/** The same for all fillings that differ in nothing but their numbers: '-0.25' is like '-10.31', not like '0.25'. */
export function shapeOf(filled: string): string {
  return filled.replaceAll(NUMBER, '0');
}

/**
 * Writes new numbers over old ones, in a formula of the same shape.
 * @returns whether that was possible; where it was not, nothing has changed
 */
export function writeNumbers(formula: Element, old: Values, next: Values): boolean {
  const writes: (() => void)[] = [];
  for (const [name, value] of Object.entries(next)) {
    const before = old[name] ?? '?';
    if (value === before) continue;
    for (const place of formula.querySelectorAll(`[data-val="${name}"]`)) {
      const texts = textsIn(place);
      const present = texts.flatMap(({ data }) => numbersOf(data));
      // A fraction, say, stands in another order on the page than in its TeX.
      if (present.join() !== numbersOf(before).join()) return false;
      writes.push(() => overwrite(texts, numbersOf(value)));
    }
  }
  for (const write of writes) write();
  return true;
}

function numbersOf(text: string): string[] {
  return text.match(NUMBER) ?? [];
}

function textsIn(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  return texts;
}

function overwrite(texts: readonly Text[], numbers: readonly string[]): void {
  let at = 0;
  for (const text of texts) {
    const data = text.data.replaceAll(NUMBER, () => numbers[at++] ?? '');
    if (data !== text.data) text.data = data;
  }
}
