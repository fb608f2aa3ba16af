/** Made-up runs for working on the views' look. Nothing of it is shipped. */
import { encode } from 'fast-png';
import type { RunView } from '../../../src/protocol/run.ts';
import type { MetricCurve, Sample } from '../../../src/protocol/views.ts';
import { runFile } from './harness.ts';

export function fakeRun(change: Partial<RunView> = {}): RunView {
  return {
    runId: 'run-1',
    title: 'A variational autoencoder',
    script: '/home/ada/GenAI 101/08-autoencoders/variational-autoencoder.ts',
    chapter: '08-autoencoders',
    example: 'variational-autoencoder',
    status: 'running',
    startedAt: Date.now() - 14_000,
    seed: 42,
    engine: {
      name: 'portable',
      version: '4.22.0',
      threads: 2,
      reason: 'It is part of the extension and runs everywhere.',
    },
    progress: {
      step: 1240,
      steps: 5000,
      stepsPerSecond: 318.4,
      secondsLeft: 11.8,
      label: 'epoch 5 of 20',
    },
    memory: { tensors: 184, bytes: 3_412_000 },
    tunables: [
      { name: 'learningRate', value: 0.001, min: 0.00001, max: 0.1, log: true, integer: false },
      { name: 'beta', value: 1, min: 0, max: 4, log: false, integer: false },
      { name: 'batchSize', value: 64, min: 1, max: 256, log: false, integer: true },
    ],
    explorers: [],
    ...change,
  };
}

export function fakeExplorer(axes: number): RunView['explorers'][number] {
  return {
    name: 'latent space',
    axes: Array.from({ length: axes }, (_, i) => ({
      name: `z${i + 1}`,
      min: -3,
      max: 3,
      value: i === 0 ? 0.8 : 0,
    })),
  };
}

/** A loss that falls with noise, its validation once an epoch, and an accuracy. */
export function fakeCurves(steps: number, perEpoch = 250): MetricCurve[] {
  const random = seeded(7);
  const all = Array.from({ length: steps }, (_, step) => step);
  const loss = all.map((step) => 0.7 * Math.exp(-step / 500) + 0.08 + 0.05 * (random() - 0.5));
  const epochs = all.filter((step) => step % perEpoch === perEpoch - 1);
  return [
    { name: 'loss', steps: all, values: loss },
    {
      name: 'accuracy',
      steps: all,
      values: all.map((s) => 1 - 0.9 * Math.exp(-s / 700) + 0.05 * (random() - 0.5)),
    },
    { name: 'val_loss', steps: epochs, values: epochs.map((s) => 0.7 * Math.exp(-s / 520) + 0.1) },
    {
      name: 'val_accuracy',
      steps: epochs,
      values: epochs.map((s) => 0.97 - 0.9 * Math.exp(-s / 720)),
    },
    { name: 'kl', steps: all, values: all.map((s) => 12 * (1 - Math.exp(-s / 300)) + random()) },
  ];
}

export function fakeImages(step: number, count = 16, columns = 8): Sample {
  const labels = Array.from({ length: count }, (_, i) => String(i % 10));
  const file = `samples/digits/${String(step).padStart(6, '0')}.png`;
  return {
    type: 'images',
    name: 'samples',
    step,
    file,
    width: 28,
    height: 28,
    columns,
    count,
    labels,
    uri: runFile(file),
  };
}

export function fakeSamples(step: number): Sample[] {
  const random = seeded(step + 3);
  const normal = () => (random() + random() + random() - 1.5) * 1.4;
  const points = Array.from({ length: 600 }, (_, i): [number, number] => {
    const angle = ((i % 10) / 10) * 2 * Math.PI;
    return [2 * Math.cos(angle) + 0.4 * normal(), 2 * Math.sin(angle) + 0.4 * normal()];
  });
  const x = Array.from({ length: 60 }, (_, i) => i / 10);
  return [
    fakeImages(step),
    { type: 'points', name: 'latent space', step, points, classes: points.map((_, i) => i % 10) },
    {
      type: 'text',
      name: 'poem',
      step,
      text: 'the cat sat on the mat and\nlooked at the moon above the old town\n\nthe end',
    },
    {
      type: 'audio',
      name: 'melody',
      step,
      file: 'samples/melody/000001.wav',
      seconds: 3.2,
      sampleRate: 16000,
      uri: runFile('samples/melody/000001.wav'),
    },
    {
      type: 'matrix',
      name: 'attention',
      step,
      values: Array.from({ length: 6 }, (_, r) =>
        Array.from({ length: 6 }, (_, c) => (c <= r ? random() : 0)),
      ),
      rows: ['the', 'cat', 'sat', 'on', 'the', 'mat'],
      columns: ['the', 'cat', 'sat', 'on', 'the', 'mat'],
    },
    {
      type: 'curve',
      name: 'noise schedule',
      step,
      x,
      lines: {
        alpha: x.map((t) => Math.cos(t / 4) ** 2),
        sigma: x.map((t) => Math.sin(t / 4) ** 2),
      },
      xLabel: 'time',
    },
  ];
}

/** Blurry seven-segment digits that get sharper with the steps. */
export function fakePng(step: number, count = 16, columns = 8): Uint8Array {
  const size = 28;
  const width = columns * size;
  const height = Math.ceil(count / columns) * size;
  const data = new Uint8Array(width * height);
  const random = seeded(step + 1);
  const noise = Math.max(0.05, 1 - step / 1000);
  for (let i = 0; i < count; i++) {
    const left = (i % columns) * size;
    const top = Math.floor(i / columns) * size;
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const value = (1 - noise) * digitPixel(i % 10, x, y) + noise * random();
        data[(top + y) * width + left + x] = 255 * value;
      }
    }
  }
  return encode({ width, height, data, channels: 1, depth: 8 });
}

const segments = [
  'abcdef',
  'bc',
  'abged',
  'abgcd',
  'fgbc',
  'afgcd',
  'afgedc',
  'abc',
  'abcdefg',
  'abcdfg',
];
const places: Record<string, [number, number, number, number]> = {
  a: [8, 4, 19, 6],
  b: [18, 5, 20, 13],
  c: [18, 14, 20, 22],
  d: [8, 21, 19, 23],
  e: [7, 14, 9, 22],
  f: [7, 5, 9, 13],
  g: [8, 13, 19, 15],
};

function digitPixel(digit: number, x: number, y: number): number {
  for (const name of segments[digit] ?? '') {
    const [left, top, right, bottom] = places[name] ?? [0, 0, 0, 0];
    if (x >= left && x <= right && y >= top && y <= bottom) return 1;
  }
  return 0;
}

export function seeded(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) / 2 ** 24;
  };
}

/** A WAV file with a short tone. */
export function fakeWav(): Uint8Array {
  const rate = 16000;
  const count = rate * 3.2;
  const bytes = new DataView(new ArrayBuffer(44 + count * 2));
  const word = (at: number, text: string) => {
    for (const [i, char] of [...text].entries()) bytes.setUint8(at + i, char.charCodeAt(0));
  };
  word(0, 'RIFF');
  bytes.setUint32(4, 36 + count * 2, true);
  word(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, rate, true);
  bytes.setUint32(28, rate * 2, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  word(36, 'data');
  bytes.setUint32(40, count * 2, true);
  for (let i = 0; i < count; i++)
    bytes.setInt16(44 + 2 * i, 8000 * Math.sin((2 * Math.PI * 440 * i) / rate), true);
  return new Uint8Array(bytes.buffer);
}

/** Serves the files that the fake samples name. */
export function fakeFile(name: string): Uint8Array | undefined {
  const step = /(\d+)\.png$/.exec(name)?.[1];
  if (step) return fakePng(Number(step));
  return name.endsWith('.wav') ? fakeWav() : undefined;
}
