/** Where a native engine may lie. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { filesHash, filesIn } from './filesHash.ts';

const BINDING = 'tfjs_binding.node';

/** Names the one folder to look in, for tests and for people who know. */
const VARIABLE = 'GENAI101_NATIVE';

/**
 * The compiled part of tfjs-node in the first folder that holds one. Such a folder looks like tfjs-node's package
 * installed whole: lib/napi-v8/tfjs_binding.node, and libtensorflow in deps/lib (on Windows beside the binding).
 * @param installed the folder that the native engine was installed into on request
 */
export function findBinding(installed?: string): string | undefined {
  const asked = process.env[VARIABLE];
  const folders = asked === undefined ? [installed, ...ownFolders()] : [asked];
  for (const folder of folders) {
    const file = folder && bindingIn(folder);
    if (file) return file;
  }
  return undefined;
}

/** In the extension's package; then in a checkout, made by `npm run engine:native` or by tfjs-node's own installation. */
function ownFolders(): string[] {
  const root = packageFolder();
  return ['dist/native', '.cache/native', 'node_modules/@tensorflow/tfjs-node'].map((folder) =>
    path.join(root, folder),
  );
}

/** Bundled or not, this file lies two or three folders below package.json. */
function packageFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json')) && folder !== path.dirname(folder)) {
    folder = path.dirname(folder);
  }
  return folder;
}

/** The one for the newest Node-API that this Node has. */
export function bindingIn(folder: string): string | undefined {
  return filesIn(path.join(folder, 'lib'))
    .map((lib) => ({ lib, version: Number(/napi-v(\d+)$/.exec(lib)?.[1]) }))
    .filter(({ version }) => version <= Number(process.versions.napi))
    .sort((a, b) => b.version - a.version)
    .map(({ lib }) => path.join(lib, BINDING))
    .find((file) => existsSync(file));
}

/** Changes when the files of the engine do: what was found out about others says nothing about these. */
export function fingerprint(binding: string): string {
  return filesHash([binding, ...filesIn(path.join(binding, '../../../deps/lib'))]);
}
