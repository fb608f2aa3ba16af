/** Archives as the real ones are, and as no honest one is. */
import { gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';

export type TarEntry = Partial<Header> & { name: string; text?: string | Buffer };

/** A .tar.gz of these entries, whatever they are. */
export async function tarGz(entries: readonly TarEntry[]): Promise<Buffer> {
  return gzipSync(await tarOf(entries));
}

export async function tarOf(entries: readonly TarEntry[]): Promise<Buffer> {
  const archive = pack();
  for (const { text = '', ...header } of entries) archive.entry(header, Buffer.from(text));
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** As the binding's archive is. */
export function bindingArchive(text = 'binding'): Promise<Buffer> {
  return tarGz([{ name: 'napi-v8/tfjs_binding.node', text }]);
}

/** As libtensorflow's archive is: headers, licences, and links from the short names to the long ones. */
export function libraryArchive(text: string | Buffer = 'library'): Promise<Buffer> {
  return tarGz([
    { name: './', type: 'directory' },
    { name: './include/tensorflow/c/c_api.h', text: '// a header' },
    { name: './lib/libtensorflow.so', type: 'symlink', linkname: 'libtensorflow.so.2' },
    { name: './lib/libtensorflow.so.2', type: 'symlink', linkname: 'libtensorflow.so.2.9.1' },
    { name: './lib/libtensorflow.so.2.9.1', text, mode: 0o555 },
    ...['libtensorflow_framework.so', 'libtensorflow_framework.so.2'].map((name, i) => ({
      name: `./lib/${name}`,
      type: 'symlink' as const,
      linkname: ['libtensorflow_framework.so.2', 'libtensorflow_framework.so.2.9.1'][i] ?? '',
    })),
    { name: './lib/libtensorflow_framework.so.2.9.1', text: 'framework' },
    { name: './LICENSE', text: 'Apache 2.0' },
    { name: './THIRD_PARTY_TF_C_LICENSES', text: 'many' },
  ]);
}
