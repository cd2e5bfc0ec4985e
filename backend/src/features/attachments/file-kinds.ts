import { fileTypeFromBuffer } from 'file-type';

interface Kind { type: string; extensions: readonly string[] }

/** What may back an answer. Nothing among it acts by itself when it is opened: no macros, no pages, no pictures with script. */
const KINDS: readonly Kind[] = [
  { type: 'application/pdf', extensions: ['pdf'] },
  { type: 'image/png', extensions: ['png'] },
  { type: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
];
const CSV: Kind = { type: 'text/csv', extensions: ['csv'] };

/** Control characters that no table has; tab and line ends are allowed. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/u;

/**
 * The media type of a file, by its content; null where it is none of those that may be attached, or where its name says
 * that it is something else. An office file is looked into as far as its list of contents, and not unpacked.
 */
export async function typeOfFile(bytes: Uint8Array, name: string): Promise<string | null> {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const found = await fileTypeFromBuffer(bytes);
  const kind = found === undefined ? (isTable(bytes) ? CSV : undefined) : KINDS.find(({ type }) => type === found.mime);
  return kind !== undefined && name.includes('.') && kind.extensions.includes(extension) ? kind.type : null;
}

/** Text in UTF-8 or, as Excel writes it in Japan, in CP932 — and no page. */
function isTable(bytes: Uint8Array): boolean {
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'shift_jis');
  return text !== null && !CONTROL.test(text) && !text.trimStart().startsWith('<');
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
