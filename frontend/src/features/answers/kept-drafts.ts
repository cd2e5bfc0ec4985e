import { EMPTY_CONTENT } from '@furikaeri/model';
import type { NotChosen } from '@furikaeri/contracts';
import type { AnswerContent } from '@furikaeri/model';

/** What this device still owes the server: the words, the version and words they were typed upon, and what was decided against. */
export interface KeptDraft { version: number; base: AnswerContent; content: AnswerContent; notChosen?: NotChosen[] }

/** Kept by post: who comes after at this device must not send another person's words as their own. */
const PREFIX = 'furikaeri.unsent.';
const keyOf = (postId: string, answerId: string): string => `${PREFIX}${postId}.${answerId}`;

export function keptDraft(postId: string, answerId: string): KeptDraft | null {
  try {
    const text = localStorage.getItem(keyOf(postId, answerId));
    const kept = text === null ? null : (JSON.parse(text) as KeptDraft);
    // Fields that a later edition of the product added are empty in what an earlier one kept.
    return kept === null || typeof kept.version !== 'number' ? null : { ...kept, base: { ...EMPTY_CONTENT, ...kept.base }, content: { ...EMPTY_CONTENT, ...kept.content } };
  } catch { return null; }
}

export function keepDraft(postId: string, answerId: string, kept: KeptDraft | null): void {
  try {
    if (kept === null) localStorage.removeItem(keyOf(postId, answerId));
    else localStorage.setItem(keyOf(postId, answerId), JSON.stringify(kept));
  } catch { /* a private window keeps it in memory only */ }
}
