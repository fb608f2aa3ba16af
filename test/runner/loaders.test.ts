/** Scripts that read files of the learner's own, in real runner processes. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encode } from 'fast-png';
import { lastRecord, run } from './runner.ts';
import { write } from './script.ts';

describe('a script that reads files of its own', function () {
  this.timeout(60_000);

  it('finds them beside itself, wherever it was started from', async () => {
    const script = write({
      'script.ts': `
        import { data } from 'genai101';
        const { features, targets } = await data.loadCsv('houses.csv', { target: 'price' });
        console.log(features.shape, targets.dataSync()[1], await data.loadText('note.txt'));
      `,
      'houses.csv': 'area,price\n80,200\n90,250\n',
      'note.txt': 'Grüße',
    });
    assert.notEqual(path.dirname(script), process.cwd());
    const ended = await run(script);
    assert.equal(lastRecord(ended).type, 'done', ended.stderr);
    assert.match(ended.stdout, /\[ 2, 1 \] 250 Grüße/);
  });

  it('decodes pictures', async () => {
    const script = write({
      'script.ts': `
        import { data } from 'genai101';
        const { images } = await data.loadImageFolder('pictures');
        console.log(images.shape, images.dataSync()[0]);
      `,
    });
    const folder = path.join(path.dirname(script), 'pictures');
    mkdirSync(folder);
    const data = new Uint8Array(6).fill(255);
    writeFileSync(path.join(folder, 'a.png'), encode({ width: 3, height: 2, channels: 1, data }));
    const ended = await run(script);
    assert.equal(lastRecord(ended).type, 'done', ended.stderr);
    assert.match(ended.stdout, /\[ 1, 2, 3, 1 \] 1/);
  });

  it('ends with the file, the line and what to do when one is wrong', async () => {
    const script = write({
      'script.ts': "import { data } from 'genai101';\nawait data.loadCsv('t.csv');\n",
      't.csv': 'a,b\n1,2\n3,five\n',
    });
    const last = lastRecord(await run(script));
    assert.equal(last.type, 'error');
    assert.match(
      last.type === 'error' ? last.message : '',
      /t\.csv.*line 3, column “b”: “five” is no number/,
    );
    assert.equal(last.type === 'error' && last.line, 2);
  });
});
