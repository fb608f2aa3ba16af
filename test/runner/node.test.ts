import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { needNative } from '../support/native.ts';
import { readEvents } from './eventReader.ts';
import { fixture, metric, run } from './runner.ts';
import { write } from './script.ts';

const pictures = `${fixture('pictures')}/`;
/** Decoded by ImageMagick. */
const expected: Record<string, number[]> = JSON.parse(
  readFileSync(`${pictures}expected.json`, 'utf8'),
);
/** The lossless pictures are this one: [x·50, y·80, (x+y)·25]. */
const drawn = Array.from({ length: 24 }, (_, i) => [i % 6, Math.floor(i / 6)] as const).flatMap(
  ([x, y]) => [x * 50, y * 80, (x + y) * 25],
);

interface Decoded {
  shape: number[];
  dtype: string;
  values: number[];
}

/** Evaluates expressions with `tf`, `node` and `read(name)` in one runner; errors come back as their message. */
async function evaluateOn<T>(engine: string, expressions: string[]): Promise<T[]> {
  const script = write({
    'evaluate.mjs': `
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-node';
const { node } = tf;
const read = (name) => readFileSync(${JSON.stringify(pictures)} + name);
const shown = (value) => value instanceof tf.Tensor ? { shape: value.shape, dtype: value.dtype, values: [...value.dataSync()] } : value;
const results = [];
for (const act of [${expressions.map((expression) => `async () => ${expression}`).join(',\n')}]) {
  try { results.push(shown(await act())); } catch (error) { results.push(error.message); }
}
console.log(JSON.stringify(results));
`,
  });
  const { stdout, stderr } = await run(script, { engine });
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

for (const engine of ['portable', 'native']) {
  describe(`tf.node on the ${engine} engine`, () => {
    const evaluate = <T>(expressions: string[]) => evaluateOn<T>(engine, expressions);

    before(async function () {
      if (engine === 'native') await needNative(this);
    });

    it('decodes PNG, BMP and GIF to the exact values, with the shapes of tfjs-node', async () => {
      const names = [
        ...['rgb.png', 'interlaced.png', 'rgb16.png', 'palette.png', 'rgba.png', 'grey.png'],
        ...['grey1.png', 'rgb24.bmp', 'rgba32.bmp', 'grey8.bmp', 'animated.gif'],
      ];
      const results = await evaluate<Decoded>(
        names.map((name) => `node.decodeImage(read('${name}'))`),
      );
      const byName = new Map(names.map((name, i) => [name, results[i]]));
      for (const name of ['rgb.png', 'interlaced.png', 'rgb16.png', 'palette.png', 'rgb24.bmp']) {
        assert.deepEqual(
          byName.get(name),
          { shape: [4, 6, 3], dtype: 'int32', values: drawn },
          name,
        );
      }
      for (const name of ['grey.png', 'grey1.png', 'grey8.bmp']) {
        assert.deepEqual(
          byName.get(name),
          { shape: [4, 6, 1], dtype: 'int32', values: expected[name] },
          name,
        );
      }
      for (const [name, alpha] of [
        ['rgba.png', 128],
        ['rgba32.bmp', 255],
      ] as const) {
        const values = drawn.flatMap((value, i) => (i % 3 === 2 ? [value, alpha] : [value]));
        assert.deepEqual(byName.get(name), { shape: [4, 6, 4], dtype: 'int32', values }, name);
      }
      const gif = { shape: [3, 4, 6, 3], dtype: 'int32', values: expected['animated.gif'] };
      assert.deepEqual(byName.get('animated.gif'), gif);
    });

    it('decodes JPEG within two grey levels of another decoder', async () => {
      const names = ['rgb.jpg', 'progressive.jpg', 'grey.jpg'];
      const results = await evaluate<Decoded>(
        names.map((name) => `node.decodeImage(read('${name}'))`),
      );
      for (const [i, name] of names.entries()) {
        const { shape, values } = results[i] ?? { shape: [], values: [] };
        assert.deepEqual(shape, [16, 24, name === 'grey.jpg' ? 1 : 3]);
        const errors = values.map((value, at) => Math.abs(value - (expected[name]?.[at] ?? 999)));
        assert.ok(Math.max(...errors) <= 2, `${name}: ${Math.max(...errors)}`);
      }
    });

    it('changes the number of channels as asked', async () => {
      const results = await evaluate<Decoded>([
        "node.decodePng(read('rgb.png'), 1)",
        "node.decodePng(read('grey.png'), 3)",
        "node.decodePng(read('rgb.png'), 4)",
        "node.decodeJpeg(read('rgb.jpg'), 1)",
        "node.decodeJpeg(read('rgb.jpg'), 0, 2)",
        "node.decodeImage(read('animated.gif'), 0, 'int32', false)",
      ]);
      assert.deepEqual(
        results.map(({ shape }) => shape),
        [
          [4, 6, 1],
          [4, 6, 3],
          [4, 6, 4],
          [16, 24, 1],
          [8, 12, 3],
          [4, 6, 3],
        ],
      );
      const [grey, spread, opaque] = results;
      assert.deepEqual(
        grey?.values.slice(0, 3),
        [0, 18, 36],
        '0.299 red + 0.587 green + 0.114 blue',
      );
      assert.deepEqual(spread?.values.slice(3, 6), [12, 12, 12]);
      assert.equal(opaque?.values[3], 255);
    });

    it('encodes what it decodes', async () => {
      const [png, jpeg, grey] = await evaluate<Decoded>([
        "node.decodePng(await node.encodePng(node.decodePng(read('rgba.png'))))",
        "node.decodeJpeg(await node.encodeJpeg(node.decodeJpeg(read('rgb.jpg'))))",
        "node.decodePng(await node.encodePng(tf.tensor3d([[[0], [255]]], [1, 2, 1], 'int32')))",
      ]);
      assert.deepEqual(png?.shape, [4, 6, 4]);
      assert.deepEqual(png?.values.slice(0, 4), [0, 0, 0, 128]);
      assert.deepEqual(jpeg?.shape, [16, 24, 3]);
      assert.deepEqual(grey, { shape: [1, 2, 1], dtype: 'int32', values: [0, 255] });
    });

    it('says what is wrong with bytes that are no whole picture', async () => {
      const messages = await evaluate<string>([
        'node.decodeImage(new Uint8Array([1, 2, 3, 4, 5]))',
        "node.decodePng(read('rgb.png').subarray(0, 60))",
        "node.decodeJpeg(read('rgb.jpg').subarray(0, 100))",
        "node.decodeBmp(read('rgb24.bmp').subarray(0, 70))",
        "node.decodeGif(read('animated.gif').subarray(0, 20))",
        "node.decodeBmp(read('rle8.bmp'))",
        "node.decodePng(read('rgb.png'), 5)",
        "node.decodePng(read('rgb.png'), 0, 'float32')",
        'node.encodeJpeg(tf.zeros([2, 2, 4]))',
      ]);
      const patterns = [
        ...[/no picture: expected a PNG, JPEG, BMP or GIF/, /no whole PNG/, /no whole JPEG/],
        ...[/BMP picture is cut off/, /no whole GIF/, /8 bits, compressed, cannot be decoded/],
        ...[/1, 2, 3, 4 channels/, /as int32, not as float32/, /not \[2,2,4\]/],
      ];
      patterns.forEach((pattern, i) => {
        assert.match(String(messages[i]), pattern);
      });
    });

    it('saves a model as model.json and weights.bin, and loads it again', async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'genai101-model-'));
      const url = JSON.stringify(`file://${folder}/deep/model`);
      const [same, missing, isFolder] = await evaluate<unknown>([
        `(async () => {
        const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
        model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
        await model.fit(tf.ones([4, 3]), tf.ones([4, 2]), { epochs: 1 });
        await model.save(${url}, { includeOptimizer: true });
        const again = await tf.loadLayersModel(${url} + '/model.json');
        const input = tf.tensor2d([[1, 2, 3]]);
        return [model, again].map((m) => [...m.predict(input).dataSync()]).concat([again.optimizer.getClassName()]);
      })()`,
        `tf.loadLayersModel('file://${folder}/none.json')`,
        `tf.loadLayersModel(${url})`,
      ]);
      assert.ok(Array.isArray(same), String(same));
      assert.deepEqual(same[0], same[1]);
      assert.equal(same[2], 'Adam');
      assert.equal(missing, `There is no model ${folder}/none.json.`);
      assert.match(String(isFolder), /is a folder: load the model\.json in it/);
      const saved = path.join(folder, 'deep/model');
      assert.deepEqual(readdirSync(saved).sort(), ['model.json', 'weights.bin']);
      const json = JSON.parse(readFileSync(path.join(saved, 'model.json'), 'utf8'));
      assert.deepEqual(Object.keys(json).slice(0, 5), [
        'modelTopology',
        'weightsManifest',
        'format',
        'generatedBy',
        'convertedBy',
      ]);
      assert.deepEqual(json.weightsManifest[0].paths, ['weights.bin']);
    });

    it('writes event files that a strict reader takes, and charts the same numbers', async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'genai101-events-'));
      const script = write({
        'tensorboard.mjs': `
import * as tf from '@tensorflow/tfjs-node';
const writer = tf.node.summaryFileWriter(${JSON.stringify(path.join(folder, 'mine'))});
for (let step = 0; step < 3; step++) writer.scalar('score', tf.scalar(step / 2), step);
writer.histogram('weights', [1, 2, 2, 4], 7, 3);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const callbacks = tf.node.tensorBoard(${JSON.stringify(folder)}, { updateFreq: 'batch' });
await model.fit(tf.ones([8, 2]), tf.ones([8, 1]), { epochs: 2, batchSize: 3, validationSplit: 0.25, callbacks });
`,
      });
      const { records, stderr } = await run(script, { engine });
      assert.equal(stderr, '');
      assert.deepEqual(
        metric(records, 'score').map(({ value }) => value),
        [0, 0.5, 1],
      );
      const mine = readEvents(path.join(folder, 'mine'));
      assert.equal(mine[0]?.fileVersion, 'brain.Event:2');
      assert.deepEqual(
        mine.slice(1, 4).map(({ tag, step, value }) => ({ tag, step, value })),
        [0, 1, 2].map((step) => ({ tag: 'score', step, value: step / 2 })),
      );
      assert.deepEqual(mine[4]?.histogram, {
        min: 1,
        max: 4,
        num: 4,
        limits: [2, 3, 4],
        counts: [1, 2, 1],
      });
      const tags = readEvents(path.join(folder, 'train'))
        .slice(1)
        .map(({ tag, step }) => `${tag} ${step}`);
      assert.deepEqual(tags, [
        'batch_loss 1',
        'batch_loss 2',
        'epoch_loss 1',
        'batch_loss 3',
        'batch_loss 4',
        'epoch_loss 2',
      ]);
      const losses = readEvents(path.join(folder, 'val')).slice(1);
      assert.deepEqual(
        losses.map(({ tag }) => tag),
        ['epoch_loss', 'epoch_loss'],
      );
      const charted = metric(records, 'val_loss').map(({ value }) => Math.fround(Number(value)));
      assert.deepEqual(
        losses.map(({ value }) => value),
        charted,
      );
    });
  });
}

describe('a SavedModel', () => {
  const folder = JSON.stringify(fixture('saved-model'));

  it('cannot be read by the portable engine, which says what can', async () => {
    const messages = await evaluateOn<string>('portable', [
      `node.loadSavedModel(${folder})`,
      `node.getMetaGraphsFromSavedModel(${folder})`,
      'node.getNumOfSavedModels()',
    ]);
    for (const message of messages.slice(0, 2)) {
      assert.match(message, /only be read by the native engine: choose that one, or convert/);
    }
    assert.equal(messages[2], 0);
  });

  it('predicts on the native engine', async function () {
    await needNative(this);
    const [line, graphs, missing] = await evaluateOn<unknown>('native', [
      `node.loadSavedModel(${folder}).then((model) => model.predict({ x: tf.tensor2d([[1, 10]]) }).y)`,
      `node.getMetaGraphsFromSavedModel(${folder}).then(([{ tags }]) => tags)`,
      "node.loadSavedModel('none')",
    ]);
    // Slope [2, 3] and offset 0.5.
    assert.deepEqual(line, { shape: [1, 1], dtype: 'float32', values: [32.5] });
    assert.deepEqual(graphs, ['serve']);
    assert.match(String(missing), /no saved_model\.pb file/);
  });
});
