import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { loadIdx } from '../../../../src/api/data.ts';
import { refusal, ScriptFolder } from './folder.ts';

const bytes = (shape: number[], payload: number[]) =>
  Buffer.from([
    0,
    0,
    8,
    shape.length,
    ...shape.flatMap((n) => [0, 0, n >> 8, n & 255]),
    ...payload,
  ]);
const pictures = bytes([2, 2, 2], [0, 51, 102, 255, 255, 0, 0, 0]);
const labels = bytes([2], [7, 3]);

describe('data.loadIdx', () => {
  const folder = new ScriptFolder();

  it('gives pictures and labels in the shape of data.digits, compressed or not', async () => {
    folder.write('i', pictures);
    folder.write('i.gz', gzipSync(pictures));
    folder.write('l', labels);
    for (const file of ['i', 'i.gz']) {
      const { images, labels } = await loadIdx(file, 'l');
      assert.deepEqual([images.shape, images.dtype], [[2, 2, 2, 1], 'float32']);
      assert.deepEqual([...labels.dataSync()], [7, 3]);
      assert.equal(labels.dtype, 'int32');
      assert.ok(Math.abs((images.dataSync()[1] ?? 0) - 0.2) < 1e-6);
      assert.equal(images.dataSync()[3], 1);
    }
  });

  it('reads the first so many, at another size', async () => {
    folder.write('i', pictures);
    folder.write('l', labels);
    const { images, labels: read } = await loadIdx('i', 'l', { count: 1, size: 4 });
    assert.deepEqual(images.shape, [1, 4, 4, 1]);
    assert.deepEqual([...read.dataSync()], [7]);
    assert.match(await refusal(loadIdx('i', 'l', { count: 0 })), /whole number above 0, got 0/);
  });

  it('refuses more pictures than labels', async () => {
    folder.write('i', pictures);
    folder.write('l', bytes([3], [1, 2, 3]));
    assert.match(await refusal(loadIdx('i', 'l')), /2 pictures and 3 labels/);
  });

  it('notices that the two files are swapped, or of another shape', async () => {
    folder.write('i', pictures);
    folder.write('l', labels);
    folder.write('flat', bytes([2, 4], [0, 0, 0, 0, 0, 0, 0, 0]));
    assert.match(await refusal(loadIdx('l', 'i')), /l holds labels and i pictures\. Swap/);
    assert.match(await refusal(loadIdx('flat', 'l')), /flat holds numbers of shape \[2, 4\]/);
    assert.match(
      await refusal(loadIdx('i', 'i')),
      /i holds numbers of shape \[2, 2, 2\], and labels/,
    );
  });

  it('names the file that is cut off, too long, or no IDX file', async () => {
    folder.write('l', labels);
    folder.write('cut', pictures.subarray(0, -1));
    folder.write('long', Buffer.concat([pictures, Buffer.from([0])]));
    folder.write('cut.gz', gzipSync(pictures).subarray(0, -6));
    folder.write('text', 'image,label');
    assert.match(await refusal(loadIdx('cut', 'l')), /cut: .* ends after byte 23/);
    assert.match(await refusal(loadIdx('long', 'l')), /long: .* 1 more follow from byte 24/);
    assert.match(await refusal(loadIdx('cut.gz', 'l')), /cut\.gz .* cannot be decompressed/);
    assert.match(await refusal(loadIdx('text', 'l')), /text: bytes 0 to 3 .* looks like a text/);
    assert.match(await refusal(loadIdx('none', 'l')), /there is no /);
  });
});
