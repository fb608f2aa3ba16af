/** Line endings are the editor's affair: two texts that differ in nothing else are the same. */
export function sameText(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
