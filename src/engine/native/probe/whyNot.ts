/** What a probe died of, as the end of a sentence for people. */

export interface Death {
  /** By us, after the time limit. */
  killed: boolean;
  signalCode: string | null;
  exitCode: number | null;
  stderr: string;
}

/** Windows reports these as exit codes. */
const ILLEGAL_INSTRUCTION = 0xc000001d;
const DLL_NOT_FOUND = 0xc0000135;

const byMessage: readonly [RegExp, (found: RegExpExecArray) => string][] = [
  [
    /version [`'"]?(GLIBC\w*_[\d.]+)['"]? not found/,
    ([, version]) => `it needs a newer C library than this computer has (${version})`,
  ],
  [
    /(\S+): cannot open shared object file|Library not loaded: (\S+)/,
    // The loader says the same of a file that is there, but for another processor.
    ([, linux, mac]) =>
      linux?.endsWith('.node') ? otherMachine() : `a library is missing (${linux ?? mac})`,
  ],
  [/The specified module could not be found/, () => 'a library is missing'],
  [/wrong ELF class|incompatible architecture|wrong architecture|not a valid Win32/, otherMachine],
  [/invalid ELF header|file too short|slice is not valid|truncated/, () => 'its file is damaged'],
  [/undefined symbol: (\S+)/, ([, name]) => `its parts do not fit together (${name} is missing)`],
];

export function whyNot({ killed, signalCode, exitCode, stderr }: Death): string {
  if (killed) return 'it did not answer within a minute';
  if (signalCode === 'SIGILL' || exitCode === ILLEGAL_INSTRUCTION) {
    return 'this computer’s processor lacks instructions that it needs';
  }
  if (signalCode) return `it crashed (${signalCode})`;
  if (exitCode === DLL_NOT_FOUND) return 'a library is missing';
  const message = /^\w*Error: (.*)$/m.exec(stderr)?.[1];
  for (const [pattern, words] of byMessage) {
    // Node prints the source line before the error: only where there is no error are these the loader's own words.
    const found = pattern.exec(message ?? stderr);
    if (found) return words(found);
  }
  return message ?? `it ended with status ${exitCode}`;
}

function otherMachine(): string {
  return 'it was made for another kind of processor';
}
