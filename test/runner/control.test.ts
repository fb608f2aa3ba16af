import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeFrame, FrameReader } from '../../src/protocol/frames.ts';
import type { RunnerMessage } from '../../src/protocol/runner.ts';
import { lastRecord, start } from './runner.ts';

describe('while a run is alive', () => {
  it('changes a hyperparameter within its bounds', async () => {
    const running = start('long/awaits.ts');
    const { tunables } = await running.until('tunables');
    assert.equal(tunables[0]?.value, 0.5);
    running.send({ type: 'tune', runId: 'test', name: 'rate', value: 1e9 });
    const changed = await running.until('tunables', (m) => m.tunables[0]?.value !== 0.5);
    assert.equal(changed.tunables[0]?.value, tunables[0]?.max);
    running.send({ type: 'stop', runId: 'test' });
    const { stdout } = await running.ended;
    assert.match(stdout, new RegExp(`rate ${tunables[0]?.max}`));
  });

  it('starts with the values it is asked to start with', async () => {
    const running = start('long/awaits.ts', { tune: { rate: 0.25 } });
    const { tunables } = await running.until('tunables');
    assert.equal(tunables[0]?.value, 0.25);
    running.send({ type: 'stop', runId: 'test' });
    await running.ended;
  });

  it('answers from its trained model after the script has ended, until it is stopped', async () => {
    const running = start('explore.ts');
    await running.until('finished');
    const ask = (requestId: number, name: string, values: number[]) => {
      running.send({ type: 'explore', runId: 'test', requestId, name, values });
      return running.until('explored', (message) => message.requestId === requestId);
    };
    const { image } = await ask(1, 'plane', [0, -1]);
    assert.deepEqual([image?.width, image?.height, image?.channels], [2, 2, 1]);
    assert.deepEqual([...(image?.pixels ?? [])], [0, 128, 0, 255]);
    assert.equal((await ask(5, 'song', [3])).text, 'lalala');
    assert.match((await ask(2, 'plane', [1, 1])).error ?? '', /too far right/);
    assert.match((await ask(3, 'sphere', [1, 1])).error ?? '', /nothing called “sphere”/);
    assert.match((await ask(4, 'plane', [1])).error ?? '', /takes 2 numbers, and got 1/);
    running.send({ type: 'stop', runId: 'test' });
    const ended = await running.ended;
    assert.equal(ended.code, 0);
    assert.equal(lastRecord(ended).type, 'done');
  });

  it('ends with its script where nobody will ask', async () => {
    const { code, stdout } = await start('explore.ts', { explore: false }).ended;
    assert.deepEqual([code, stdout], [0, 'trained\n']);
  });
});

describe('a run that a debugger starts', () => {
  it('reports over a socket instead, and is stopped over it', async () => {
    const messages: RunnerMessage[] = [];
    const address = path.join(mkdtempSync(path.join(tmpdir(), 'genai101-socket-')), 'runner.sock');
    const server = createServer((socket) => {
      const frames = new FrameReader();
      socket.on('data', (chunk) => {
        for (const message of frames.push(chunk)) {
          messages.push(message as RunnerMessage);
          const { type } = message as RunnerMessage;
          if (type === 'tunables') socket.write(encodeFrame({ type: 'stop', runId: 'test' }));
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(address, resolve));
    const running = start('long/awaits.ts', { socket: address });
    const { code } = await running.ended;
    server.close();
    assert.equal(code, 130);
    assert.deepEqual(running.messages, [], 'nothing over the channel');
    assert.equal(messages[0]?.type, 'started');
    assert.equal(messages.at(-1)?.type, 'finished');
  });
});
