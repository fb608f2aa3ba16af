import assert from 'node:assert/strict';
import { crc32c } from '../../src/protocol/crc32c.ts';
import { describeExit } from '../../src/protocol/exit.ts';
import { encodeFrame, FrameReader } from '../../src/protocol/frames.ts';

describe('messages over a socket', () => {
  const messages = [
    { type: 'stop' },
    { values: new Float64Array([1, Number.NaN]) },
    'x'.repeat(70_000),
  ];

  it('arrive whole however the stream is cut', () => {
    const stream = Buffer.concat(messages.map(encodeFrame));
    for (const size of [1, 3, 4, 5, 1000, stream.length]) {
      const reader = new FrameReader();
      const read: unknown[] = [];
      for (let at = 0; at < stream.length; at += size) {
        read.push(...reader.push(stream.subarray(at, at + size)));
      }
      assert.deepEqual(read, messages);
    }
  });

  it('are refused where a length is longer than any', () => {
    assert.throws(() => new FrameReader().push(Buffer.from('GET / HTTP/1.1')), RangeError);
  });
});

describe('the end of a runner in words', () => {
  const ends: [code: number | null, signal: string | null, stderr: string, words: RegExp][] = [
    [
      null,
      'SIGABRT',
      'FATAL ERROR: … JavaScript heap out of memory\n 1: 0xb8',
      /^The script ran out of memory/,
    ],
    [134, null, '', /^The run crashed \(SIGABRT\)/],
    [null, 'SIGKILL', '', /^The run was killed from outside \(SIGKILL\)/],
    [null, 'SIGTERM', '', /^The run was ended from outside \(SIGTERM\)/],
    [null, 'SIGILL', '', /lacks an instruction.*“portable”/],
    [null, 'SIGSEGV', '', /^The run crashed \(SIGSEGV\)/],
    [9, null, 'node: bad option: --x\n    at somewhere\n', /exit code 9: node: bad option: --x$/],
    [7, null, '', /^The run ended with exit code 7\.$/],
  ];
  for (const [code, signal, stderr, words] of ends) {
    it(`says what ${signal ?? `exit code ${code}`}${stderr && ' with last words'} means`, () => {
      assert.match(describeExit(code, signal, stderr).message, words);
    });
  }
});

describe('checksums of event files', () => {
  it('are CRC-32C: the check value of the standard', () => {
    assert.equal(crc32c(Buffer.from('123456789')), 0xe3069283);
  });
});
