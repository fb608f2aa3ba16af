/** Expands a snippet as VS Code does when Tab is pressed through all of its places. */

/** `${1:default}`, `${1|one,two|}` and `$1`; a place without a default gets that of the same number. */
export function expand(body: readonly string[]): string {
  const text = body.join('\n');
  const defaults = new Map<string, string>();
  for (const [, number, value, choices] of text.matchAll(/\$\{(\d+)(?::([^}]*)|\|([^}]*)\|)\}/g)) {
    if (number) defaults.set(number, value ?? choices?.split(',')[0] ?? '');
  }
  return text.replace(/\$\{(\d+)[^}]*\}|\$(\d+)/g, (_, named?: string, plain?: string) => {
    return defaults.get(named ?? plain ?? '') ?? '';
  });
}

/** Numbers of the places that have no default anywhere, but the last one, `$0`. */
export function emptyPlaces(body: readonly string[]): string[] {
  const text = body.join('\n');
  const all = [...text.matchAll(/\$\{?(\d+)/g)].flatMap(([, number]) => number ?? []);
  const filled = new Set([...text.matchAll(/\$\{(\d+)[:|]/g)].map(([, number]) => number));
  return [...new Set(all)].filter((number) => number !== '0' && !filled.has(number));
}
