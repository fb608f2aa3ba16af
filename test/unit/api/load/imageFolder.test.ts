import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { encode } from 'fast-png';
import jpeg from 'jpeg-js';
import { loadImageFolder } from '../../../../src/api/data.ts';
import { refusal, ScriptFolder } from './folder.ts';

const grey = (width: number, height: number, value: number) =>
  encode({ width, height, channels: 1, data: new Uint8Array(width * height).fill(value) });

/** A 2 × 2 bitmap of 24 bits, all of one colour. */
function bmp(red: number, green: number, blue: number): Buffer {
  const file = Buffer.alloc(54 + 16);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(2, 18);
  file.writeInt32LE(2, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (const at of [54, 57, 62, 65]) file.set([blue, green, red], at);
  return file;
}

describe('data.loadImageFolder', () => {
  const folder = new ScriptFolder();

  it('takes subfolders for classes, in the shape of data.digits', async () => {
    folder.write('pets/dog/1.png', grey(3, 2, 255));
    folder.write('pets/cat/1.png', grey(3, 2, 0));
    folder.write('pets/cat/.DS_Store', 'x');
    const { images, labels, classes, files } = await loadImageFolder('pets');
    assert.deepEqual([images.shape, images.dtype], [[2, 2, 3, 1], 'float32']);
    assert.deepEqual([classes, labels.dtype], [['cat', 'dog'], 'int32']);
    const dog = files.indexOf(path.join('pets', 'dog', '1.png'));
    assert.equal(labels.dataSync()[dog], 1);
    assert.equal(images.dataSync()[6 * dog], 1);
  });

  it('reads PNG, JPEG and BMP in grey or colours, and turns ink to 1', async () => {
    folder.write('all/a.bmp', bmp(255, 0, 0));
    folder.write('all/b.png', grey(2, 2, 255));
    const white = { width: 2, height: 2, data: Buffer.alloc(16, 255) };
    folder.write('all/c.jpg', jpeg.encode(white, 100).data);
    const { images, classes } = await loadImageFolder('all', { channels: 3 });
    assert.deepEqual([images.shape, classes], [[3, 2, 2, 3], ['all']]);
    const inverted = await loadImageFolder('all', { invert: true });
    const sums = await inverted.images.sum([1, 2, 3]).array();
    assert.deepEqual(
      (sums as number[]).map((sum) => sum < 0.1).filter(Boolean).length,
      2, // the white ones
    );
  });

  it('reads in an order that the seed decides, the same every time', async () => {
    for (let i = 0; i < 8; i++) folder.write(`many/${i}.png`, grey(1, 1, i));
    const { files } = await loadImageFolder('many');
    assert.deepEqual((await loadImageFolder('many')).files, files);
    assert.notDeepEqual(files, files.toSorted());
  });

  it('names two pictures of different size, and makes them one size when told to', async () => {
    folder.write('mixed/a.png', grey(3, 2, 9));
    folder.write('mixed/b.png', grey(2, 2, 9));
    assert.match(
      await refusal(loadImageFolder('mixed')),
      /× 2 pixels and .* has .* × 2\. Say .*size: 28/,
    );
    const { images } = await loadImageFolder('mixed', { size: 5 });
    assert.deepEqual(images.shape, [2, 5, 5, 1]);
  });

  it('refuses folders that are empty, missing, or files', async () => {
    mkdirSync(path.join(folder.path, 'empty'));
    mkdirSync(path.join(folder.path, 'half/cat'), { recursive: true });
    folder.write('file.png', grey(1, 1, 1));
    assert.match(await refusal(loadImageFolder('empty')), /empty is empty; put pictures/);
    assert.match(await refusal(loadImageFolder('half')), /cat is empty/);
    assert.match(await refusal(loadImageFolder('none')), /there is no /);
    assert.match(await refusal(loadImageFolder('file.png')), /is a file, and a folder is expected/);
  });

  it('leaves nothing out silently: other files, pictures beside classes, folders in classes', async () => {
    folder.write('notes/a.png', grey(1, 1, 1));
    folder.write('notes/readme.txt', 'x');
    folder.write('beside/cat/a.png', grey(1, 1, 1));
    folder.write('beside/b.png', grey(1, 1, 1));
    folder.write('deep/cat/old/a.png', grey(1, 1, 1));
    assert.match(await refusal(loadImageFolder('notes')), /readme\.txt is no PNG/);
    assert.match(await refusal(loadImageFolder('beside')), /b\.png lies beside the folder cat/);
    assert.match(await refusal(loadImageFolder('deep')), /holds the folder old/);
  });

  it('names a damaged picture, and one that is none', async () => {
    folder.write('cut/a.png', grey(9, 9, 1).subarray(0, 40));
    folder.write('fake/a.png', 'not a picture');
    folder.write('hollow/a.png', '');
    assert.match(await refusal(loadImageFolder('cut')), /a\.png: This is no whole PNG/);
    assert.match(await refusal(loadImageFolder('fake')), /a\.png: These bytes are no picture/);
    assert.match(await refusal(loadImageFolder('hollow')), /a\.png is empty/);
  });

  it('says what is wrong with its options', async () => {
    folder.write('one/a.png', grey(1, 1, 1));
    assert.match(await refusal(loadImageFolder('one', { size: 0.5 })), /size .* got 0\.5/);
    const two = { channels: 2 } as unknown as { channels: 1 };
    assert.match(await refusal(loadImageFolder('one', two)), /1 or 3 channels, got 2/);
  });
});
