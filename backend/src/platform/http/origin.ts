import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a browser sent this from the product's own pages. Browsers name the origin on every unsafe request and every
 * WebSocket handshake; what is no browser (a script with its own cookie) names none and is no danger here.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: string | null): boolean {
  const { origin } = headers;
  if (origin === undefined) {
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none';
  }
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return true;
  try {
    return new URL(origin).host === headers.host;
  } catch {
    return false; // "null", from a sandboxed frame or a file
  }
}
