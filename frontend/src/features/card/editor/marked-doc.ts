import { parseText, writeMark } from '@furikaeri/model';
import type { JSONContent } from '@tiptap/core';

/** A stored text as the editor's document: a paragraph a line, every mark one atom. */
export const docOf = (text: string): JSONContent => ({ type: 'doc', content: paragraphsOf(text) });

export const paragraphsOf = (text: string): JSONContent[] => text.split(/\r?\n/u).map((line) => ({ type: 'paragraph', content: inlineOf(line) }));

const inlineOf = (line: string): JSONContent[] =>
  parseText(line).map((part) => (part.kind === 'text' ? { type: 'text', text: part.text } : { type: 'token', attrs: { mark: writeMark(part) } }));

/** The document as stored text again; inverse of {@link docOf}. */
export const textOf = (doc: JSONContent): string =>
  (doc.content ?? []).map((paragraph) => (paragraph.content ?? []).map(({ text, attrs }) => text ?? String(attrs?.['mark'] ?? '')).join('')).join('\n');
