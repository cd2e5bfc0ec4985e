import { keyOf } from '../characters.ts';
import type { SheetReference, StatusNote } from '../sheet.ts';
import { yearOfEra } from './classify.ts';

const NOTE = /[(（]?\s{0,20}(令和|平成|[RHＲＨ])\s*([0-9０-９]+|元)\s*年度末?(?:時点)?の?\s*振り?返りで\s*完了済み?\s*[)）]?/u;
const REPEAT = /^(\d+)\((\d+)\)([ア-ン]?)【再掲】$/u;
const SAME_AS = /^(\d+)\((\d+)\)([ア-ン]?)(.*)の項目と同様$/u;

/** 「(令和5年度末時点の振り返りで完了済み)」 anywhere in a cell, with what else the cell says. */
export function statusNoteIn(text: string): { note: StatusNote; rest: string } | null {
  const match = NOTE.exec(text);
  if (!match) return null;
  const note = { text: match[0].trim(), fiscalYear: yearOfEra(keyOf(match[1] ?? ''), match[2] ?? '') };
  return { note, rest: `${text.slice(0, match.index)}${text.slice(match.index + match[0].length)}`.trim() };
}

/** 「1 (2) 【再掲】」 or 「1 (1) …の「取組」の「めざす姿」の項目と同様」, a whole cell. */
export function referenceIn(text: string): SheetReference | null {
  const key = keyOf(text);
  const repeat = REPEAT.exec(key);
  if (repeat) return { kind: 'repeat', section: sectionOf(repeat) };
  const same = SAME_AS.exec(key);
  if (!same) return null;
  const quoted = /の「(.+)」の「(.+)」の項目と同様\s*$/su.exec(text);
  return {
    kind: 'same_as',
    section: sectionOf(same),
    ...(quoted ? { quotedTitle: quoted[1] ?? '', quotedGoal: quoted[2] ?? '' } : {}),
  };
}

const sectionOf = (match: RegExpExecArray): string => `${match[1] ?? ''}(${match[2] ?? ''})${match[3] ?? ''}`;

/** The judgement as the column prints it, or null for other words. */
export function statusIn(text: string): 'in_progress' | 'completed' | null {
  const key = keyOf(text);
  if (key === '実施中') return 'in_progress';
  return key === '完了' ? 'completed' : null;
}
