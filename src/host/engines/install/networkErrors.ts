import { codeOf, InstallError, messageOf } from './installError.ts';
import { shownUrl } from './sources.ts';

/** A connection that broke: what came so far is kept, and it may be tried again. */
export class CutError extends InstallError {}

const certificate = /^(CERT_|ERR_TLS_CERT|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|ERR_SSL)/;
const passing = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ECONNABORTED',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/** Puts what the network said into a sentence. */
export function networkError(error: unknown, url: URL): InstallError {
  if (error instanceof InstallError) return error;
  const place = shownUrl(url);
  const code = codeOf(error) ?? '';
  if (passing.has(code)) {
    return new CutError(`The connection to ${url.host} broke (${code}).`);
  }
  if (certificate.test(code)) {
    return new InstallError(
      `The certificate of ${url.host} could not be checked (${code}). Where a proxy of your organisation reads along, install its certificate on this machine, or set “http.proxyStrictSSL” to false.`,
    );
  }
  return new InstallError(
    `${place} cannot be reached (${code || messageOf(error)}). Check the connection and the setting “http.proxy”, or name a mirror in “genai101.nativeEngineMirror”.`,
  );
}

/** Throws where the status is not the one of a file. */
export function requireFile(status: number, url: string, title: string): void {
  if (status === 200 || status === 206) return;
  const place = shownUrl(url);
  if (status === 404) throw notThere(title, place);
  if (status === 407) {
    throw new InstallError(
      'The proxy asks for a name and a password (status 407). Put them into “http.proxy” as http://name:password@host:port, or set “http.proxyAuthorization”.',
    );
  }
  if (status === 429 || status >= 500) {
    throw new CutError(`${place} answered with status ${status}.`);
  }
  throw noFile(status, place, title);
}

export function noFile(status: number, place: string, title: string): InstallError {
  return new InstallError(
    `${place} answered with status ${status} instead of ${title}. Check the mirror and the proxy, or try again later.`,
  );
}

function notThere(title: string, place: string): InstallError {
  return new InstallError(
    `There is no file ${place}: ${title} is not published for this platform there. The portable engine goes on working; a mirror that has the file can be named in “genai101.nativeEngineMirror”.`,
  );
}
