import { InstallError, messageOf } from '../installError.ts';

/** The archive itself is at fault: what was downloaded is not worth keeping. */
export class ArchiveError extends InstallError {}

/** An entry that no honest archive has. */
export function hostileEntry(name: string, reason: string): ArchiveError {
  const shown = name.length > 80 ? `${name.slice(0, 80)}…` : name;
  return new ArchiveError(
    `The archive has an entry “${shown}” that was not unpacked: ${reason}. No official archive has one like it. Nothing was installed; check the mirror.`,
  );
}

export function tooBig(bytes: number, entries: number): ArchiveError {
  return new ArchiveError(
    `The archive would unpack to more than ${bytes / 1e6} MB or ${entries} files: it is no official one. Nothing was installed; check the mirror.`,
  );
}

export function damaged(reason: unknown): ArchiveError {
  return new ArchiveError(
    `The archive is damaged (${messageOf(reason)}). It was deleted and nothing was installed. Install again; where it stays so, check the mirror.`,
  );
}
