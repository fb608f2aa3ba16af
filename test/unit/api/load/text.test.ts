import assert from 'node:assert/strict';
import path from 'node:path';
import { loadText } from '../../../../src/api/data.ts';
import { refusal, ScriptFolder } from './folder.ts';

describe('data.loadText', () => {
  const folder = new ScriptFolder();

  it('reads UTF-8 without its byte order mark', async () => {
    folder.write('a.txt', '\uFEFFGrüße, 你好\n');
    assert.equal(await loadText('a.txt'), 'Grüße, 你好\n');
  });

  it('starts relative paths at the script’s folder, not at the working folder', async () => {
    folder.write('deep/a.txt', 'here');
    assert.notEqual(process.cwd(), folder.path);
    assert.equal(await loadText('deep/a.txt'), 'here');
    assert.equal(await loadText('./deep/../deep/a.txt'), 'here');
    assert.equal(await loadText(path.join(folder.path, 'deep/a.txt')), 'here');
  });

  it('says where it looked for a file that is not there', async () => {
    const said = await refusal(loadText('none.txt'));
    assert.ok(said.includes(path.join(folder.path, 'none.txt')), said);
    assert.match(said, /Relative paths start at the script’s folder/);
  });

  it('tells a folder and an empty file from a text', async () => {
    folder.write('deep/a.txt', 'here');
    folder.write('empty.txt', '');
    assert.match(await refusal(loadText('deep')), /is a folder, and a file is expected/);
    assert.match(await refusal(loadText('empty.txt')), /is empty \(0 bytes\)/);
    assert.match(await refusal(loadText('')), /expected the path of a file/);
  });

  it('recognizes UTF-16, with and without its mark, and reads it when told to', async () => {
    const bytes = Buffer.from('Grüße\nan alle', 'utf16le');
    folder.write('wide.txt', bytes);
    folder.write('marked.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]));
    folder.write(
      'big.txt',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(bytes).swap16()]),
    );
    assert.match(await refusal(loadText('wide.txt')), /UTF-16.*\{ encoding: 'utf-16le' \}/);
    assert.match(await refusal(loadText('marked.txt')), /\{ encoding: 'utf-16le' \}/);
    assert.match(await refusal(loadText('big.txt')), /\{ encoding: 'utf-16be' \}/);
    assert.equal(await loadText('marked.txt', { encoding: 'utf-16le' }), 'Grüße\nan alle');
    assert.equal(await loadText('big.txt', { encoding: 'utf-16be' }), 'Grüße\nan alle');
  });

  it('names the byte and the line of a Latin-1 letter, and reads it when told to', async () => {
    folder.write('latin.txt', Buffer.from('ab\nGrüße', 'latin1'));
    assert.match(await refusal(loadText('latin.txt')), /byte 5 \(line 2\) is FC, .*'windows-1252'/);
    assert.equal(await loadText('latin.txt', { encoding: 'windows-1252' }), 'ab\nGrüße');
  });

  it('finds a letter that is cut off at the end', async () => {
    folder.write('cut.txt', Buffer.from('ab\nü').subarray(0, -1));
    assert.match(await refusal(loadText('cut.txt')), /byte 3 \(line 2\) is C3/);
  });

  it('refuses what is no text', async () => {
    folder.write('picture.txt', Buffer.from([0x41, 0x0a, 0x42, 0, 0xff]));
    assert.match(await refusal(loadText('picture.txt')), /byte 3 \(line 2\) is 0.*no text file/);
  });

  it('refuses bytes that the encoding asked for does not have', async () => {
    folder.write('odd.txt', Buffer.from([0x41, 0, 0x42]));
    assert.match(
      await refusal(loadText('odd.txt', { encoding: 'utf-16le' })),
      /not UTF-16LE throughout/,
    );
  });
});
