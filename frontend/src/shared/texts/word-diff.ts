import { diffArrays } from 'diff';

export interface WordChange { kind: 'kept' | 'removed' | 'added'; text: string }

/** Words as Japanese has them; a variable such as 「{{宛名}}」 is one word. */
const words = (text: string): string[] => text.split(/(\{\{[^{}]*\}\})/u).flatMap((part) => (part.startsWith('{{') ? [part] : [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(part)].map((one) => one.segment)));

/** What became of a text, word by word. */
export const diffWords = (before: string, after: string): WordChange[] =>
  diffArrays(words(before), words(after)).map((part) => ({ kind: part.added ? 'added' : part.removed ? 'removed' : 'kept', text: part.value.join('') }));
