import type { AnswerBookItem } from '@furikaeri/contracts';
import { EMPTY_CONTENT } from '@furikaeri/model';
import { describe, expect, it } from '@jest/globals';
import { changedFields, firstChoices, toApply, undecided } from './book-plan.ts';

const item = (submissionId: string, outcome: AnswerBookItem['outcome']): AnswerBookItem =>
  ({ submissionId, code: submissionId, title: '', outcome, content: { ...EMPTY_CONTENT, example: 'ファイル' }, current: { draft: EMPTY_CONTENT }, problems: [] }) as unknown as AnswerBookItem;
const items = [item('a', 'change'), item('b', 'conflict'), item('c', 'closed'), item('d', 'same'), item('e', 'unreadable')];

describe('what a filled-in workbook takes over', () => {
  it('is what only the file changed, until somebody says otherwise', () => {
    const choices = firstChoices(items);
    expect(toApply(items, choices).map(({ code }) => code)).toEqual(['a']);
    expect(undecided(items, choices).map(({ code }) => code)).toEqual(['b']);
  });
  it('is never what is closed or unreadable, whatever was chosen', () => {
    const all = new Map(items.map(({ submissionId }) => [submissionId as string, 'file' as const]));
    expect(toApply(items, all).map(({ code }) => code)).toEqual(['a', 'b']);
  });
  it('leaves a conflict to the board when that was chosen', () => {
    const choices = new Map([...firstChoices(items), ['b', 'board' as const]] as const);
    expect(undecided(items, choices)).toEqual([]);
    expect(toApply(items, choices).map(({ code }) => code)).toEqual(['a']);
  });
  it('names the fields that differ from the board', () => { expect(changedFields(item('a', 'change'))).toEqual(['example']); });
});
