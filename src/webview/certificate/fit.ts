/** How much room a text takes, guessed: the sheet is drawn where there is no font to measure. */

/** Widths in em, on the wide side of what common fonts have. */
const narrow = /[\s.,:;!'’|()[\]ijlft1·-]/;
const wide = /[A-ZÄÖÜmwMW@%–—]/;
/** East Asian scripts and pictographs fill their square. */
const square =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}]/u;

export function widthOf(text: string, size: number): number {
  let em = 0;
  for (const char of text) {
    em += square.test(char) ? 1.05 : narrow.test(char) ? 0.36 : wide.test(char) ? 0.78 : 0.58;
  }
  return em * size;
}

/** The largest size, within bounds, at which the text fits. */
export function sizeFor(text: string, width: number, largest: number, smallest: number): number {
  const size = (largest * width) / Math.max(1, widthOf(text, largest));
  return Math.max(smallest, Math.min(largest, size));
}

/** The text, or as much of its beginning as fits. */
export function fitted(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  const chars = [...text];
  while (chars.length > 1 && widthOf(`${chars.join('')}…`, size) > width) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}
