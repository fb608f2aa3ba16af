/**
 * The numbers of a formula, changed where they stand. Setting a formula anew takes most of a frame, and from one
 * input to the next only its numbers differ.
 */

type Values = Readonly<Record<string, string>>;

/** '12', '0.25': what stands in one piece on the page; signs and commas have spaces of their own. */
const NUMBER = /\d+(\.\d+)?/g;

/** Marks in the TeX, and so in the formula on the page, what is the value of which name. */
export function fill(tex: string, values: Values): string {
  return tex.replaceAll(
    /\\val\{(\w+)\}/g,
    (_, name: string) => `\\htmlData{val=${name}}{${values[name] ?? '?'}}`,
  );
}

/**
 * Writes new numbers over old ones.
 * @returns whether that was enough; where it was not, nothing has changed, and the formula must be set anew
 */
export function writeNumbers(formula: Element, old: Values, next: Values): boolean {
  const writes: (() => void)[] = [];
  for (const [name, value] of Object.entries(next)) {
    const before = old[name] ?? '?';
    if (value === before) continue;
    if (shapeOf(value) !== shapeOf(before)) return false;
    for (const place of formula.querySelectorAll(`[data-val="${name}"]`)) {
      const texts = textsIn(place);
      // A fraction, say, stands in another order on the page than in its TeX.
      if (texts.flatMap(({ data }) => numbersOf(data)).join() !== numbersOf(before).join())
        return false;
      writes.push(() => overwrite(texts, numbersOf(value)));
    }
  }
  for (const write of writes) write();
  return true;
}

/** All of a value but its numbers: '-0.25' is like '-10.31', not like '0.25'. */
function shapeOf(value: string): string {
  return value.replaceAll(NUMBER, '0');
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
