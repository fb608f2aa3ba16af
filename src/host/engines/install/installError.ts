/** Why the native engine cannot be installed, for people: what happened, where, what to do next. */
export class InstallError extends Error {
  override readonly name = 'InstallError';
}

/** By its name: the installer is a bundle of its own, with a class of its own. */
export function isInstallError(error: unknown): error is InstallError {
  return error instanceof Error && error.name === 'InstallError';
}

/** The code of a system's or a network's error: 'ENOSPC'. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
