import assert from 'node:assert/strict';
import { Random } from '../../../../src/data/random.ts';
import { Classifier, softmax } from '../../../../src/webview/kit/network/classifier.ts';

describe('the panel’s classifier', () => {
  it('gives probabilities that add up to 1, whatever the size of the logits', () => {
    const logits = Float32Array.of(1000, 999, -1000);
    softmax(logits);
    assert.ok(Math.abs(logits.reduce((a, b) => a + b) - 1) < 1e-6);
    assert.ok(Math.abs((logits[0] ?? 0) / (logits[1] ?? 1) - Math.E) < 1e-4);
  });

  it('has gradients equal to differences of its loss', () => {
    const model = new Classifier({ features: 4, hidden: [5], classes: 3 }, new Random(1));
    const random = new Random(2);
    const inputs = Float32Array.from({ length: 24 }, () => random.normal());
    const labels = [0, 2, 1, 1, 0, 2];
    model.accumulate(inputs, labels);
    const found = model.layers.map((layer) => layer.weightGradient.slice());
    const h = 1e-2;
    model.layers.forEach((layer, l) => {
      layer.weights.forEach((weight, i) => {
        const at = (value: number) => {
          layer.weights[i] = value;
          return model.accumulate(inputs, labels);
        };
        const expected = (at(weight + h) - at(weight - h)) / (2 * h);
        layer.weights[i] = weight;
        assert.ok(Math.abs((found[l]?.[i] ?? 0) - expected) < 5e-3, `layer ${l}, weight ${i}`);
      });
    });
  });

  it('learns to tell three groups of points apart', () => {
    const random = new Random(3);
    const model = new Classifier({ features: 2, hidden: [16], classes: 3 }, new Random(4));
    const labels = Array.from({ length: 90 }, (_, i) => i % 3);
    const inputs = Float32Array.from(
      labels.flatMap((label) => [
        random.normal(2 * Math.cos(label * 2.1), 0.4),
        random.normal(2 * Math.sin(label * 2.1), 0.4),
      ]),
    );
    const first = model.train(inputs, labels, 0.01);
    for (let step = 0; step < 200; step++) model.train(inputs, labels, 0.01);
    assert.ok(model.accumulate(inputs, labels) < first / 10);
  });
});
