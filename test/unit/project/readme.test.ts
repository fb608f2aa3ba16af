import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { course } from '../../../walkthroughs/course.ts';

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8');

  it('lists every chapter with all of its examples', () => {
    for (const { number, title, examples } of course) {
      const row = readme.split('\n').find((line) => line.startsWith(`| ${number} ${title} |`));
      assert.ok(row, `${number} ${title}`);
      for (const { file } of examples) assert.ok(row.includes(`\`${file}\``), file);
    }
  });
});
