import { diffArrays } from 'diff';

export interface WordChange { kind: 'kept' | 'removed' | 'added'; text: string }

const words = (text: string): string[] => [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)].map((one) => one.segment);

/** What became of a text, word by word as Japanese has them. */
export const diffWords = (before: string, after: string): WordChange[] =>
  diffArrays(words(before), words(after)).map((part) => ({ kind: part.added ? 'added' : part.removed ? 'removed' : 'kept', text: part.value.join('') }));
