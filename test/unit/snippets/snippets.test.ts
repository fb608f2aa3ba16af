import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { makeSnippets, snippetsFile } from '../../../src/build/snippets.ts';
import { emptyPlaces, expand } from './expand.ts';

describe('expanding a snippet', () => {
  it('takes the first choice, and the default of the same number elsewhere', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's own placeholders
    assert.equal(expand(['const ${1:a} = ${2|x,y|};', '$1($2);$0']), 'const a = x;\na(x);');
  });
});

for (const language of ['typescript', 'javascript'] as const) {
  describe(`the ${language} snippets`, () => {
    const snippets = Object.entries(makeSnippets(language));

    it('are in the file as their source says; else run `tsx src/build/snippets.ts`', () => {
      assert.deepEqual(
        JSON.parse(readFileSync(snippetsFile(language), 'utf8')),
        Object.fromEntries(snippets),
      );
    });

    it('have a prefix of their own, a description, and a default at every place', () => {
      const prefixes = new Set(snippets.map(([, { prefix }]) => prefix));
      assert.equal(prefixes.size, snippets.length);
      for (const [title, { prefix, description, body }] of snippets) {
        assert.match(prefix, /^genai-[a-z]+$/);
        assert.ok(title && description.endsWith('.'), prefix);
        assert.deepEqual(emptyPlaces(body), [], prefix);
      }
    });

    it('hold no mark of the other language', () => {
      for (const [, { prefix, body }] of snippets)
        assert.doesNotMatch(body.join('\n'), /[«»]/, prefix);
    });
  });
}
