/**
 * Writes snippets/typescript.json and snippets/javascript.json from the texts in snippets/source:
 * a title, a description, an empty line, the body. What stands between « and » is for TypeScript only.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';

export type SnippetLanguage = 'typescript' | 'javascript';

export interface Snippet {
  prefix: string;
  description: string;
  body: string[];
}

const folder = path.resolve(import.meta.dirname, '../../snippets');

/** The content of one of the JSON files: snippets by title. */
export function makeSnippets(language: SnippetLanguage): Record<string, Snippet> {
  const files = globSync('source/*.txt', { cwd: folder }).sort();
  return Object.fromEntries(files.map((file) => readSnippet(file, language)));
}

export function snippetsFile(language: SnippetLanguage): string {
  return path.join(folder, `${language}.json`);
}

function readSnippet(file: string, language: SnippetLanguage): [title: string, snippet: Snippet] {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const [title = '', description = '', , ...lines] = text.trimEnd().split(/\r?\n/);
  const body = lines.map((line) => line.replace(/«(.*?)»/g, language === 'typescript' ? '$1' : ''));
  return [title, { prefix: `genai-${path.basename(file, '.txt')}`, description, body }];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const language of ['typescript', 'javascript'] as const) {
    writeFileSync(snippetsFile(language), JSON.stringify(makeSnippets(language), null, 2));
  }
}
