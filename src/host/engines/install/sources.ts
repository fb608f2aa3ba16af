/** Where the archives come from: the official hosts, or the mirrors that tfjs-node's own installation knows. */
import { InstallError } from './installError.ts';
import { type Environment, npmConfig } from './npmrc.ts';
import { bindingFolder, bindingName, nativePlatforms, type PlatformName } from './platforms.ts';

export interface Source {
  /** For people: 'libtensorflow 2.9.1'. */
  title: string;
  url: string;
  /** From the official host; what a mirror holds may be checked by a file beside it. */
  official: boolean;
  /** Known beforehand. */
  sha256?: string | undefined;
  /** Files to keep: their name in the archive, and their place in the installed folder. */
  files: readonly WantedFile[];
}

export interface WantedFile {
  name: string;
  place: string;
  /** May be missing. */
  optional?: boolean;
}

const storageHost = 'https://storage.googleapis.com/';
const bindingHost = 'tf-builds/pre-built-binary/';
const libraryBase = 'tensorflow/libtensorflow/libtensorflow-';
const licences = ['LICENSE', 'THIRD_PARTY_TF_C_LICENSES'];

export interface Mirrors {
  /** The setting: stands in for the storage's host, for both archives. */
  mirror?: string | undefined;
  env: Environment;
}

/** The binding first: it is small, and where it is missing nothing else needs to be fetched. */
export function sourcesFor(name: PlatformName, { mirror, env }: Mirrors): Source[] {
  const platform = nativePlatforms[name];
  const hosts = mirror
    ? hostsBelow(withSlash(checked(mirror)))
    : tfjsNodeHosts({ ...npmConfig(env), ...env });
  const { library } = platform;
  const libraryUrl =
    'belowBase' in library
      ? `${hosts.library}${library.belowBase}`
      : `${hosts.storage}${library.belowStorage}`;
  return [
    {
      title: 'the binding of tfjs-node 4.22.0',
      url: `${hosts.binding}${platform.binding}`,
      official: hosts.binding.startsWith(storageHost),
      files: [{ name: bindingName, place: `${bindingFolder}/${bindingName}` }],
    },
    {
      title: `libtensorflow ${platform.libraryVersion}`,
      url: libraryUrl,
      official: libraryUrl.startsWith(storageHost),
      sha256: platform.librarySha256,
      files: [
        ...platform.libraryFiles.map((file) => ({
          name: file,
          place: `${platform.libraryFolder}/${file}`,
        })),
        ...licences.map((file) => ({ name: file, place: file, optional: true })),
      ],
    },
  ];
}

interface Hosts {
  storage: string;
  binding: string;
  library: string;
}

function hostsBelow(storage: string): Hosts {
  return {
    storage,
    binding: `${storage}${bindingHost}`,
    library: `${storage}${libraryBase}`,
  };
}

/**
 * Its variables, in its order. They move libtensorflow only; the binding has the variable of
 * node-pre-gyp, which tfjs-node fetches it with.
 */
function tfjsNodeHosts(config: Environment): Hosts {
  const storage = config.TFJS_NODE_CDN_STORAGE || config.npm_config_TFJS_NODE_CDN_STORAGE;
  const base = config.TFJS_NODE_BASE_URI || config.npm_config_TFJS_NODE_BASE_URI;
  const binding = config.npm_config_tfjs_binding_binary_host_mirror;
  const hosts = hostsBelow(withSlash(checked(storage || config.CDN_STORAGE || storageHost)));
  return {
    ...hosts,
    library: base ? checked(base) : hosts.library,
    binding: binding ? withSlash(checked(binding)) : `${storageHost}${bindingHost}`,
  };
}

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}

function checked(address: string): string {
  if (/^https?:\/\/[^/]/.test(address) && URL.canParse(address)) return address;
  throw new InstallError(
    `“${address}” is no address to download from: it has to begin with https:// or http://. Correct the setting “genai101.nativeEngineMirror”, or the variable or .npmrc line that names it.`,
  );
}

/** An address as people may see it: without a password. */
export function shownUrl(url: string | URL): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href;
}

/** The archive's file name. */
export function archiveName({ url }: Source): string {
  return url.slice(url.lastIndexOf('/') + 1).replace(/[?#].*/, '');
}
