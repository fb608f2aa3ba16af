/** The settings, as the manifest declares them and as `Settings` reads them. */
export const settingsTable = {
  courseFolder: {
    type: 'string',
    default: '',
    scope: 'machine-overridable',
    order: 1,
    markdownDescription:
      'Folder for your copies of the examples. Leave it empty to keep them in the extension’s own storage. A change takes effect for the next example you open; files already copied stay where they are.',
  },
  engine: {
    type: 'string',
    enum: ['auto', 'portable', 'native', 'cpu'],
    enumItemLabels: ['Automatic', 'Portable', 'Native', 'Plain JavaScript'],
    markdownEnumDescriptions: [
      'The engine that trains this kind of model faster on this machine, as far as that is measured.',
      'WebAssembly: part of the extension, works everywhere.',
      'TensorFlow’s own library, where it is installed. Choosing it also tries it again where it did not work.',
      'No WebAssembly: slow, but every operation of TensorFlow.js is there.',
    ],
    default: 'auto',
    scope: 'machine-overridable',
    order: 2,
    markdownDescription:
      'What computes the tensors of the next run. TensorFlow’s own library can be added: [Install Native Engine](command:genai101.installNativeEngine).',
  },
  nativeEngineMirror: {
    type: 'string',
    default: '',
    scope: 'machine',
    order: 3,
    pattern: '^(https?://.+)?$',
    patternErrorMessage: 'An address that begins with https:// or http://, or nothing.',
    markdownDescription:
      'Where [Install Native Engine](command:genai101.installNativeEngine) downloads from, in place of `https://storage.googleapis.com/`: a server with the same files in the same folders. Where a file `NAME.sha256` lies beside an archive, the archive has to match it. Leave it empty for the official host, or for the mirror that the variables and the `.npmrc` of tfjs-node name. Goes through the proxy of `#http.proxy#`.',
  },
  codeLens: {
    type: 'boolean',
    default: true,
    scope: 'window',
    order: 4,
    markdownDescription:
      'Show **Run**, **Debug** and **Explain** above examples and above scripts that import `genai101`. All of them are also in the Command Palette. Needs `#editor.codeLens#`.',
  },
  seed: {
    type: ['integer', 'null'],
    default: 1,
    minimum: 0,
    maximum: 4294967295,
    scope: 'window',
    order: 5,
    markdownDescription:
      'Seed of every random number of a run. The same script, seed and engine give the same numbers. `null` draws a new seed for each run.',
  },
} as const;

export type SettingName = keyof typeof settingsTable;

export function settingId(name: SettingName): string {
  return `genai101.${name}`;
}
