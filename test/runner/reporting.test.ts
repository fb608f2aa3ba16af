import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decode } from 'fast-png';
import type { RunRecord } from '../../src/protocol/record.ts';
import type { RunnerMessage } from '../../src/protocol/runner.ts';
import { skip } from '../support/skip.ts';
import { metric, run, start } from './runner.ts';
import { write } from './script.ts';

/** Metrics as they arrived over the channel, in order. */
function arrived(messages: RunnerMessage[], name: string): { step: number; value: number }[] {
  return messages.flatMap((message) => {
    if (message.type !== 'metrics') return [];
    const column = message.names.indexOf(name);
    return [...message.steps].flatMap((step, row) => {
      const at = row * message.names.length + column;
      return column >= 0 && message.present[at] ? [{ step, value: message.values[at] ?? 0 }] : [];
    });
  });
}

/** A record without what differs from run to run. */
function gist({ time, ...record }: RunRecord): string {
  if (record.type === 'start') return `start ${record.engine} seed ${record.seed}`;
  return JSON.stringify(record, (key, value) => (key === 'seconds' ? undefined : value));
}

describe('what a run reports', () => {
  it('records metrics, pictures, text and sound, with numbers that are none as words', async () => {
    const running = start('samples.ts');
    const { records } = await running.ended;
    assert.equal(
      records.map(gist).join('\n'),
      [
        'start portable seed 1',
        '{"type":"metrics","step":1,"values":{"loss":"NaN","high":"Infinity","low":"-Infinity"}}',
        '{"type":"images","name":"Digits & more","step":1,"file":"samples/digits-more/000001.png","width":2,"height":2,"columns":1,"count":1}',
        '{"type":"text","name":"verse","step":1,"text":"roses are red"}',
        '{"type":"audio","name":"beep","step":1,"file":"samples/beep/000001.wav","sampleRate":22050}',
        '{"type":"metrics","step":2,"values":{"loss":0.5}}',
        '{"type":"done"}',
      ].join('\n'),
    );
    const png = decode(readFileSync(path.join(running.folder, 'samples/digits-more/000001.png')));
    assert.deepEqual([...png.data], [0, 128, 255, 64]);
    const wav = readFileSync(path.join(running.folder, 'samples/beep/000001.wav'));
    assert.equal(wav.toString('latin1', 0, 4), 'RIFF');
    assert.deepEqual(
      [44, 46, 48, 50].map((at) => wav.readInt16LE(at)),
      [0, 32767, -32767, 16384],
    );
  });

  it('sends the same live, NaN told apart from nothing', async () => {
    const { messages } = await run('samples.ts');
    assert.deepEqual(arrived(messages, 'loss'), [
      { step: 1, value: Number.NaN },
      { step: 2, value: 0.5 },
    ]);
    assert.deepEqual(arrived(messages, 'high'), [{ step: 1, value: Number.POSITIVE_INFINITY }]);
    const samples = messages.filter((message) => message.type === 'sample');
    assert.deepEqual(
      samples.map(({ record }) => record.type),
      ['images', 'text', 'audio'],
    );
    const progress = messages.findLast((message) => message.type === 'progress');
    assert.deepEqual([progress?.step, progress?.steps], [2, 2]);
    assert.ok(messages.some((message) => message.type === 'memory' && message.tensors > 0));
  });

  it('gives every step to the disk and the last one to the views, however fast the loop', async () => {
    const script = write({
      'fast.ts':
        "import { log } from 'genai101';\nfor (let i = 0; i < 50_000; i++) log({ i }, i);\n",
    });
    const { messages, records } = await run(script);
    assert.equal(metric(records, 'i').length, 50_000);
    assert.ok(metric(records, 'i').every(({ step, value }, i) => step === i && value === i));
    const live = arrived(messages, 'i');
    assert.equal(live.at(-1)?.step, 49_999);
    assert.ok(
      live.every(({ step }, i) => i === 0 || step > (live[i - 1]?.step ?? -1)),
      'in order',
    );
  });

  it('trains on where the disk is full, and says so once', async function () {
    if (!existsSync('/dev/full'))
      skip(this, 'only Linux has /dev/full, a device that is always full');
    const folder = mkdtempSync(path.join(tmpdir(), 'genai101-full-'));
    symlinkSync('/dev/full', path.join(folder, 'events.jsonl'));
    const { code, stderr, messages } = await run('samples.ts', { folder });
    assert.equal(code, 0);
    assert.equal(stderr.match(/not recorded/g)?.length, 1, stderr);
    assert.equal(arrived(messages, 'loss').length, 2);
  });

  it('neither sends nor writes with reporting off', async () => {
    const running = start('samples.ts', { report: false });
    const { code, messages } = await running.ended;
    assert.deepEqual([code, messages], [0, []]);
    assert.deepEqual(readdirSync(running.folder), []);
  });

  it('gives the same numbers for the same seed, and others for another', async () => {
    const values = async (seed: number) =>
      (await run('chance.ts', { seed })).records.flatMap((record) =>
        record.type === 'metrics' ? [JSON.stringify([record.step, record.values])] : [],
      );
    const first = await values(7);
    assert.ok(first.length > 4);
    assert.deepEqual(await values(7), first);
    assert.notDeepEqual(await values(8), first);
  });
});

describe('model.fit', () => {
  it('is charted without a line added, and the script’s callbacks keep working', async () => {
    const { records, stdout, stderr } = await run('fit.ts');
    const counts = new Map<string, number[]>();
    for (const record of records) {
      if (record.type !== 'metrics') continue;
      for (const name of Object.keys(record.values)) {
        counts.set(name, [...(counts.get(name) ?? []), record.step]);
      }
    }
    assert.deepEqual(
      Object.fromEntries(counts),
      {
        'batch loss': [1, 2, 3, 4, 5, 6, 7],
        loss: [1, 2, 3],
        mae: [1, 2, 3],
        val_loss: [1, 2],
        val_mae: [1, 2],
        'batch loss (second)': [1, 2],
        'loss (second)': [1, 3],
      },
      stderr,
    );
    assert.equal(stdout, '0 val_loss,val_mae,loss,mae\n1 val_loss,val_mae,loss,mae\n');
  });

  it('tells progress in batches and epochs', async () => {
    const { messages } = await run('fit.ts');
    const progress = messages.filter((message) => message.type === 'progress');
    assert.ok(progress.some(({ label }) => /^epoch \d of \d$|^batch \d$/.test(label ?? '')));
  });

  it('leaves a metric to the script that logs one of that name itself', async () => {
    const { records } = await run('own-log.ts');
    assert.deepEqual(
      metric(records, 'loss').map(({ value }) => value),
      [100, 101],
    );
  });

  it('trains for as many epochs as the request says', async () => {
    const { records } = await run('own-log.ts', { epochs: 5 });
    assert.equal(metric(records, 'loss').length, 5);
  });
});
