import assert from 'node:assert/strict';
import { loadCsv, loadTable } from '../../../../src/api/data.ts';
import { refusal, ScriptFolder } from './folder.ts';

describe('data.loadTable', () => {
  const folder = new ScriptFolder();
  const ofTable = (text: string) => refusal(loadTable(folder.write('t.csv', text)));

  it('reads quotes, delimiters and line breaks inside of cells, with the line each row starts on', async () => {
    folder.write('t.csv', 'name,size\r\n"a, ""b""","two\nlines"\r\n\r\nc,1\r\n');
    const { columns, rows } = await loadTable('t.csv');
    assert.deepEqual(columns, ['name', 'size']);
    assert.deepEqual(rows, [
      { line: 2, cells: ['a, "b"', 'two\nlines'] },
      { line: 5, cells: ['c', '1'] },
    ]);
  });

  it('finds semicolons and tabs by itself', async () => {
    folder.write('s.csv', 'a;b\n1,5;2\n');
    folder.write('t.csv', '"a,b"\tc\n1\t2\n');
    assert.deepEqual((await loadTable('s.csv')).rows[0]?.cells, ['1,5', '2']);
    assert.deepEqual((await loadTable('t.csv')).columns, ['a,b', 'c']);
  });

  it('names the line of a row that is too short or too long', async () => {
    assert.match(
      await ofTable('a,b,c\n1,2,3\n4,5\n'),
      /line 3 has 2 cells where the first line has 3/,
    );
    assert.match(await ofTable('a,b\n1,2,3\n'), /line 2 has 3 cells where the first line has 2/);
  });

  it('names the line of a quote out of place', async () => {
    assert.match(await ofTable('a,b\n1,"x\n'), /quote \("\) is still open/);
    assert.match(await ofTable('a,b\n1,2\n1,x"y"\n'), /line 3 has a quote \("\) in the middle/);
    assert.match(await ofTable('a,b\n1,"x"y\n'), /line 2 has something behind a closing quote/);
  });

  it('refuses a table without rows, with a column twice, or without a header', async () => {
    assert.match(await ofTable('\n\n'), /nothing but empty lines/);
    assert.match(await ofTable('a,b\n'), /no row below it/);
    assert.match(await ofTable('a,b,a\n1,2,3\n'), /“a” twice/);
    assert.match(await ofTable('1,2\n3,4\n'), /numbers only.*\{ header: false \}/);
    assert.deepEqual((await loadTable('t.csv', { header: false })).rows.length, 2);
  });

  it('says that a spreadsheet is no text', async () => {
    folder.write('t.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1]));
    assert.match(await refusal(loadTable('t.csv')), /no text file/);
  });
});

describe('data.loadCsv', () => {
  const folder = new ScriptFolder();
  const ofCsv = (text: string, options = {}) =>
    refusal(loadCsv(folder.write('t.csv', text), options));

  it('gives features and targets in the shape of data.houses', async () => {
    folder.write('t.csv', 'area,rooms,price\n80,3,200\n120.5,4,-1e2\n');
    const { columns, features, targets } = await loadCsv('t.csv', { target: 'price' });
    assert.deepEqual(columns, ['area', 'rooms']);
    assert.deepEqual(await features.array(), [
      [80, 3],
      [120.5, 4],
    ]);
    assert.deepEqual(await targets.array(), [[200], [-100]]);
  });

  it('reads chosen columns in the order given, and no others', async () => {
    folder.write('t.csv', 'name,a,b\nx,1,2\n');
    const { features } = await loadCsv('t.csv', { columns: ['b', 'a'] });
    assert.deepEqual(await features.array(), [[2, 1]]);
  });

  it('names line and column of a cell that is no number', async () => {
    assert.match(await ofCsv('a,b\n1,2\n3,five\n'), /line 3, column “b”: “five” is no number/);
    assert.match(await ofCsv('a,b\n1,\n'), /line 2, column “b”: the cell is empty/);
    assert.match(await ofCsv('a;b\n1,5;2\n'), /“1,5” is no number\. Write a point/);
    assert.match(await ofCsv('a,b\n1,Infinity\n'), /“Infinity” is no number/);
  });

  it('names the columns there are when one is not', async () => {
    assert.match(
      await ofCsv('a,b\n1,2\n', { target: 'c' }),
      /no column “c”; line 1 names “a”, “b”/,
    );
    assert.match(await ofCsv('a\n1\n', { target: 'a' }), /no column is left/);
  });
});
