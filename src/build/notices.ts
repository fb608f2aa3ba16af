/** The licences of the packages whose code is bundled, as their authors ask. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface Package {
  name: string;
  version: string;
  license: string;
  text: string;
}

/** Only tools are left out; what is merely near a bundle does no harm in the list. */
const bundled = [
  '@preact/signals',
  '@preact/signals-core',
  '@tensorflow/tfjs',
  '@tensorflow/tfjs-node',
  'agent-base',
  'amaro',
  'b4a',
  'csv-parse',
  'debug',
  'events-universal',
  'fast-fifo',
  'fast-png',
  'http-proxy-agent',
  'https-proxy-agent',
  'iobuffer',
  'fflate',
  'google-protobuf',
  'has-flag',
  'jpeg-js',
  'katex',
  'long',
  'ms',
  'omggif',
  'pend',
  'preact',
  'proxy-agent-negotiate',
  'seedrandom',
  'streamx',
  'supports-color',
  'tar-stream',
  'text-decoder',
  'uplot',
  'valibot',
  'yauzl',
];

export async function writeNotices(root: string): Promise<void> {
  const packages = await Promise.all(bundled.map((name) => describe(root, name)));
  const parts = packages
    .flatMap((each) => each ?? [])
    .map(
      ({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text.trim()}\n`,
    );
  const title = 'GenAI 101 contains code of these packages.\n';
  await writeFile(
    path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'),
    [title, ...parts].join(`\n${'─'.repeat(80)}\n\n`),
  );
}

async function describe(root: string, name: string): Promise<Package | undefined> {
  const folder = path.join(root, 'node_modules', name);
  const files = await readdir(folder).catch(() => []);
  if (files.length === 0) return undefined;
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
    license: string;
  };
  const file = files.find((each) => /^licen[cs]e/i.test(each));
  const text = file ? await readFile(path.join(folder, file), 'utf8') : '';
  return { name, version: manifest.version, license: manifest.license, text };
}
