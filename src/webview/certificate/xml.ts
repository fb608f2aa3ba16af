/** Writes well-formed XML, whatever the texts hold. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** @param content elements and texts, already written */
export function element(name: string, attributes: Attributes, ...content: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${text(shortest(value))}"`)
    .join('');
  return content.length > 0
    ? `<${name}${written}>${content.join('')}</${name}>`
    : `<${name}${written}/>`;
}

/** A text as it may stand in an element or in quotes. What XML 1.0 cannot hold at all is left out. */
export function text(value: string): string {
  return [...value.replace(/[\t\n\r]+/g, ' ')]
    .filter((char) => isAllowed(char.codePointAt(0) ?? 0))
    .join('')
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Production 2 of XML 1.0: no control characters, no halves of surrogate pairs. */
function isAllowed(code: number): boolean {
  return (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;
}

function shortest(value: string | number | undefined): string {
  return typeof value === 'number' ? String(Number(value.toFixed(2))) : (value ?? '');
}
