import * as tf from '@tensorflow/tfjs-node';
import { data } from 'genai101';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

/** Digits and letters that the script has not seen. */
const digits = data.digits({ count: 400, size: 14, seed: 4711 });
const letters = data.letters({ count: 400, size: 14, seed: 4711, classes: 'ABCDEFGH' });

export function check({ exports: { digitsNetwork, lettersNetwork } }: Attempt): Finding[] {
  if (!(digitsNetwork instanceof tf.LayersModel) || !(lettersNetwork instanceof tf.LayersModel)) {
    return [
      {
        passed: false,
        expected: 'the script exports both networks: digitsNetwork and lettersNetwork',
        seen: 'not both of them',
      },
    ];
  }
  const right = (model: tf.LayersModel, { images, labels }: typeof digits) =>
    tf.tidy(
      () =>
        (model.predict(images) as tf.Tensor).argMax(1).equal(labels).mean().arraySync() as number,
    );
  const [ofDigits, ofLetters] = [right(digitsNetwork, digits), right(lettersNetwork, letters)];
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const learning = lettersNetwork.trainableWeights.length;
  return [
    {
      passed: learning === 2,
      expected: 'of the letters network only the answer layer learns: its weights and its biases',
      seen: `${learning} sets of weights and biases learn`,
      near: 'compile(lettersNetwork',
    },
    {
      passed: ofDigits >= 0.85,
      expected: 'after the letters, at least 85 % of new digits are still read right',
      seen: `${percent(ofDigits)} are`,
      near: 'compile(lettersNetwork',
    },
    {
      passed: ofLetters >= 0.7,
      expected: 'at least 70 % of new letters are read right',
      seen: `${percent(ofLetters)} are`,
      near: 'await lettersNetwork.fit',
    },
  ];
}
