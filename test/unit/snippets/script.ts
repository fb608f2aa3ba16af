/** Puts all snippets into one script, each in a block of its own, with what they take from a learner's script. */
import { makeSnippets, type SnippetLanguage } from '../../../src/build/snippets.ts';
import { expand } from './expand.ts';

/** A whole script has imports, which cannot stand in a block. */
export const WHOLE_SCRIPT = 'genai-script';

const AROUND = `
import * as tf from '@tensorflow/tfjs-node';
import { data, explore, log, showImages, tune } from 'genai101';

const network = (input, output) =>
  tf.sequential({ layers: [tf.layers.dense({ inputShape: [input], units: output, activation: 'sigmoid' })] });
const images = data.digits({ count: 80 }).images.reshape([-1, 784]);
const targets = images;
const model = network(784, 784);
const encoder = network(784, 4);
const decoder = network(2, 784);
const generator = network(32, 784);
const discriminator = network(784, 1);
const denoiser = network(785, 784);
const optimizer = tf.train.adam(0.001);
const discriminatorOptimizer = tf.train.adam(0.001);
const generatorOptimizer = tf.train.adam(0.001);
const [loss, step, steps] = [0.5, 1, 1];
`;

/** Calls what a snippet only defines, or trains what it builds. */
const AFTER: Readonly<Record<string, string>> = {
  'genai-data': 'if (labels.shape[1] !== 10) throw new Error("labels");',
  'genai-dense': 'await model.fit(images, tf.oneHot(tf.zeros([80], "int32"), 10), { epochs: 1 });',
  'genai-convolutional':
    'await model.fit(images.reshape([-1, 28, 28, 1]), tf.oneHot(tf.zeros([80], "int32"), 10), { epochs: 1 });',
  'genai-recurrent': 'await model.fit(tf.ones([8, 12]), tf.zeros([8]), { epochs: 1 });',
  'genai-loss': 'await model.fit(images, images, { epochs: 1 });',
  'genai-vae': 'if (!(vaeLoss(images).dataSync()[0] > 0)) throw new Error("no loss");',
  'genai-gan':
    'const made = ganStep(images); await log({ a: made.generatorLoss, b: made.discriminatorLoss }, 2);',
  'genai-diffusion': 'await log({ noise: diffusionStep(images.slice(0, 8)) }, 3);',
  'genai-attention':
    'const w = tf.ones([4, 3]); if (attentionHead(tf.ones([5, 4]), w, w, w).shape[1] !== 3) throw new Error("shape");',
};

const CASTS: Readonly<Record<string, string>> = {
  'images = data.digits({ count: 80 }).images.reshape([-1, 784])':
    'images = data.digits({ count: 80 }).images.reshape([-1, 784]) as tf.Tensor2D',
  '(input, output)': '(input: number, output: number)',
  'vaeLoss(images).dataSync()[0]': '(vaeLoss(images).dataSync()[0] ?? 0)',
  'a: made.generatorLoss, b: made.discriminatorLoss':
    'a: made.generatorLoss as tf.Scalar, b: made.discriminatorLoss as tf.Scalar',
  'noise: diffusionStep(images.slice(0, 8))':
    'noise: diffusionStep(images.slice(0, 8)) as tf.Scalar',
  'const w = tf.ones([4, 3])': 'const w = tf.ones([4, 3]) as tf.Tensor2D',
  'attentionHead(tf.ones([5, 4])': 'attentionHead(tf.ones([5, 4]) as tf.Tensor2D',
};

export function scriptOf(language: SnippetLanguage): string {
  const blocks = Object.values(makeSnippets(language))
    .filter(({ prefix }) => prefix !== WHOLE_SCRIPT)
    .map(
      ({ prefix, body }) =>
        `{ // ${prefix}\n${expand(body)}\n${typed(language, AFTER[prefix] ?? '')}\n}`,
    );
  return [typed(language, AROUND), ...blocks].join('\n');
}

function typed(language: SnippetLanguage, text: string): string {
  if (language === 'javascript') return text;
  return Object.entries(CASTS).reduce((all, [plain, cast]) => all.replace(plain, cast), text);
}
