import type { FastifyReply } from 'fastify';

export interface FileAnswer { bytes: Uint8Array; name: string; type: string }

/** Answers a file to be saved, under its Japanese name (RFC 5987). Should a browser show it all the same, nothing in it acts. */
export function sendFile(reply: FastifyReply, { bytes, name, type }: FileAnswer): void {
  void reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="file${extensionOf(name)}"; filename*=UTF-8''${attrChars(name)}`)
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'")
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** For browsers that know no other names than ASCII ones. */
const extensionOf = (name: string): string => /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';

/** What encodeURIComponent leaves as it is and an extended parameter must not hold. */
const attrChars = (name: string): string => encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
