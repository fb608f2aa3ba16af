import assert from 'node:assert/strict';
import {
  ClassifierLab,
  mostProbable,
} from '../../../../walkthroughs/01-types-of-learning/figures/classifierLab.ts';
import {
  LabelledLab,
  randomCodes,
} from '../../../../walkthroughs/01-types-of-learning/figures/labelledLab.ts';

describe('the generator in the panel', function () {
  this.timeout(120_000);

  it('draws what it is asked for, in different hands', () => {
    const lab = new LabelledLab();
    const judge = new ClassifierLab();
    for (let i = 0; i < 800; i++) lab.train();
    for (let i = 0; i < 500; i++) judge.train();
    const codes = randomCodes(10, 5);
    const named = codes.flatMap((code) =>
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(
        (label) => mostProbable(judge.probabilities(lab.draw(label, code))) === label,
      ),
    );
    assert.ok(named.filter(Boolean).length > 80, `${named.filter(Boolean).length} of 100`);

    const [one, other] = codes.map((code) => lab.draw(3, code));
    const distance = Math.hypot(...(one ?? []).map((value, i) => value - (other?.[i] ?? 0)));
    assert.ok(distance > 1, `two 3s differ by ${distance}`);
  });

  it('replays the same steps after a reset', () => {
    const lab = new LabelledLab();
    const losses = [lab.train(), lab.train()];
    lab.reset();
    assert.deepEqual([lab.train(), lab.train()], losses);
  });
});
