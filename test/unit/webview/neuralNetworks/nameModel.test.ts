import assert from 'node:assert/strict';
import { isLawful } from '../../../../src/data/names.ts';
import { Random } from '../../../../src/data/random.ts';
import {
  bigramPerplexity,
  drawLetter,
  NameModel,
  probabilities,
} from '../../../../walkthroughs/02-neural-networks/figures/nameModel.ts';

describe('the recurrent figure’s network', function () {
  this.timeout(60_000);

  it('learns to waver less than counted pairs of letters, and to keep the rules', () => {
    const model = new NameModel();
    for (let step = 0; step < 300; step++) model.learn();
    const perplexity = model.perplexity();
    assert.ok(perplexity < bigramPerplexity() - 2, String(perplexity));
    const random = new Random(1);
    const lawful = Array.from({ length: 40 }, () => model.write('', 0.8, random)).filter(isLawful);
    assert.ok(lawful.length > 24, `${lawful.length} of 40`);
  });

  it('replays the same names after a reset, and begins them as told', () => {
    const model = new NameModel();
    const train = () => {
      for (let step = 0; step < 5; step++) model.learn();
      return model.write('lo', 1, new Random(2));
    };
    const first = train();
    model.begin();
    assert.equal(train(), first);
    assert.match(first, /^lo/);
  });

  it('plays safe at a low temperature, and draws all letters alike at a high one', () => {
    const logits = Float32Array.from({ length: 27 }, (_, i) => (i === 4 ? 2 : 0));
    assert.ok((probabilities(logits, 0.1)[4] ?? 0) > 0.99);
    assert.ok((probabilities(logits, 100)[4] ?? 0) < 0.04);
    assert.equal(drawLetter(probabilities(logits, 0.05), new Random(1)), 'd');
  });
});
