import { compare, sum } from '@furikaeri/model';

/** A named part of a figure as the sheet prints it. */
export interface PrintedPart { name: string; value: string }

const IN_BRACKETS = /([^、。()\s]{1,30})\((\d[\d,]{0,9})(\p{Script=Han}{1,3})\)/gu;
const WHOLE = /(\d[\d,]{0,9})(\p{Script=Han}{1,3}?)(?=[にをのはがと、。\s(]|$)/gu;
const EVENTS = /(\p{Script=Han}{1,8}(?:事例|事案|事故))\s?(\d{1,6})件/gu;

/** 「276事務を…実施済(6事務)、継続(233事務)、終了(37事務)」: the parts, if there are several and a printed whole is their sum. */
export function partitionParts(results: string): PrintedPart[] {
  const found = [...results.matchAll(IN_BRACKETS)].map((match) => ({ name: match[1] ?? '', value: plain(match[2] ?? ''), unit: match[3] ?? '' }));
  const unit = found[0]?.unit;
  const parts = found.filter((part) => part.unit === unit);
  if (parts.length < 2) return [];
  const total = sum(parts.map(({ value }) => value));
  const isPrinted = [...results.matchAll(WHOLE)].some((match) => match[2] === unit && compare(plain(match[1] ?? ''), total) === 0);
  return isPrinted ? parts.map(({ name, value }) => ({ name, value })) : [];
}

/** 「死亡事例3件 重症事例1件」. */
export const eventParts = (results: string): PrintedPart[] => [...results.matchAll(EVENTS)].map((match) => ({ name: match[1] ?? '', value: match[2] ?? '' }));

const plain = (digits: string): string => digits.replace(/,/gu, '');
