import type { AnswerContent, FigurePart } from '../submission/states.ts';
import { compare, sum } from './decimal.ts';

/** The parts of several answers added up by name, in the order of `names`, then of appearance; one not filled in anywhere stays null. */
export function sumOfParts(names: readonly string[], contents: readonly AnswerContent[]): FigurePart[] {
  const all = contents.flatMap(({ parts }) => parts);
  return [...new Set([...names, ...all.map(({ name }) => name)])].map((name) => {
    const values = all.flatMap((part) => (part.name === name && part.value !== null ? [part.value] : []));
    return { name, value: values.length === 0 ? null : sum(values) };
  });
}

/** Whether the parts make the whole, exactly; null while a part or the whole is missing. */
export function partsAddUp(whole: string | null, parts: readonly FigurePart[]): boolean | null {
  const values = parts.flatMap(({ value }) => value ?? []);
  if (whole === null || parts.length === 0 || values.length < parts.length) return null;
  return compare(sum(values), whole) === 0;
}
