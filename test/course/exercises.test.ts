import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { exercises } from '../../src/curriculum/course.ts';
import { checkFile, exerciseFile, solutionFile } from '../../src/curriculum/exercise.ts';
import { readHeader } from '../../src/curriculum/header.ts';
import type { CheckedFinding } from '../../src/protocol/record.ts';
import { course } from '../../walkthroughs/course.ts';
import { lastRecord, root, run } from '../runner/runner.ts';

describe('the exercises', () => {
  it('are at least two a chapter', () => {
    for (const { title, exercises } of course) assert.ok(exercises.length >= 2, title);
  });

  it('belong to a concept of their chapter', () => {
    for (const { chapter, exercise } of exercises(course)) {
      assert.ok(
        chapter.concepts.some(({ id }) => id === exercise.concept),
        exercise.id,
      );
    }
  });
});

for (const { chapter, exercise } of exercises(course)) {
  const inFolder = (file: string) => path.join(root, 'walkthroughs', chapter.folder, file);
  const check = inFolder(checkFile(exercise.id));
  const missedBy = async (file: string) => {
    const ended = await run(inFolder(file), { check });
    assert.equal(lastRecord(ended).type, 'done', ended.stderr);
    const checked = ended.records.find((record) => record.type === 'check');
    assert.ok(checked && checked.findings.length > 0, 'the check found nothing to say');
    return checked.findings.filter(({ passed }) => !passed);
  };

  describe(`the exercise “${exercise.title}”`, function () {
    this.timeout(240_000);
    let [handedOut, solved]: CheckedFinding[][] = [];

    before(async () => {
      // Both at once: two cores do them in little more than the time of one.
      const files = [exerciseFile(exercise.id), solutionFile(exercise.id)];
      [handedOut, solved] = await Promise.all(files.map(missedBy));
    });

    it('fails its check as it is handed out, with a line to look at', () => {
      const missed = handedOut ?? [];
      assert.ok(missed.length > 0, 'it passes');
      assert.ok(
        missed.every(({ line }) => line !== undefined),
        JSON.stringify(missed),
      );
    });

    it('passes its check when solved', () => assert.deepEqual(solved, []));

    it('says in its header what is wrong and what to do', () => {
      const header = readHeader(readFileSync(inFolder(exerciseFile(exercise.id)), 'utf8'));
      assert.match(header?.title ?? '', /^Exercise: /);
      assert.ok(header?.learns && header.data && header.expect && header.tryThis);
    });
  });
}
