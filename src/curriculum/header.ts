/**
 * The header comment of an example script:
 *
 *     /**
 *      * Title
 *      * One sentence on what it learns.
 *      *
 *      * Data:   …
 *      * Expect: time and result
 *      * Try:    one thing to change
 *      *\/
 */
export interface ScriptHeader {
  title: string;
  learns: string;
  data: string;
  expect: string;
  tryThis: string;
}

/** Reads the header of a script; undefined where the first comment is not of that form. */
export function readHeader(source: string): ScriptHeader | undefined {
  const comment = /^\s*\/\*\*([\s\S]*?)\*\//.exec(source)?.[1];
  if (comment === undefined) return undefined;
  const lines = comment.split(/\r?\n/).map((line) => line.replace(/^\s*\* ?/, '').trimEnd());
  const [title, ...rest] = lines.filter((line, i) => line !== '' || i > 1);
  if (!title) return undefined;
  const blank = rest.indexOf('');
  const learns = rest.slice(0, blank < 0 ? rest.length : blank).join(' ');
  const fields = readFields(rest.slice(learns === '' ? 0 : blank));
  return {
    title: title.trim(),
    learns,
    data: fields.get('data') ?? '',
    expect: fields.get('expect') ?? '',
    tryThis: fields.get('try') ?? '',
  };
}

/** `Name: text`, where indented lines that follow belong to the same field. */
function readFields(lines: string[]): Map<string, string> {
  const fields = new Map<string, string>();
  let current: string | undefined;
  for (const line of lines) {
    const start = /^(Data|Expect|Try):\s*(.*)$/.exec(line);
    if (start?.[1]) {
      current = start[1].toLowerCase();
      fields.set(current, start[2] ?? '');
    } else if (current && line.trim()) {
      fields.set(current, `${fields.get(current)} ${line.trim()}`);
    }
  }
  return fields;
}
