import { describe, expect, test } from '@jest/globals';
import { differingLines, mergeAnswers } from './merge-answers.ts';
import { type AnswerContent, EMPTY_CONTENT } from './states.ts';

const written = (fields: Partial<AnswerContent>): AnswerContent => ({ ...EMPTY_CONTENT, ...fields });
const base = written({ example: '元の文', issue: '元の課題', answer: 'yes' });

describe('two colleagues in one answer', () => {
  test('in different fields lose nothing and are asked nothing', () => {
    const { content, clashes } = mergeAnswers(base, { ...base, example: 'わたしの文' }, { ...base, issue: '同僚の課題', certainty: 'provisional' });
    expect(clashes).toEqual([]);
    expect(content).toMatchObject({ example: 'わたしの文', issue: '同僚の課題', certainty: 'provisional' });
  });
  test('in the same field are asked, and mine stands until then', () => {
    const { content, clashes } = mergeAnswers(base, { ...base, example: 'わたしの文', answer: 'no' }, { ...base, example: '同僚の文' });
    expect(clashes).toEqual(['example']);
    expect(content).toMatchObject({ example: 'わたしの文', answer: 'no' });
  });
  test('who wrote the same need not choose', () => {
    expect(mergeAnswers(base, { ...base, example: '同じ' }, { ...base, example: '同じ' }).clashes).toEqual([]);
  });
  test('in different lines of a table lose nothing', () => {
    const line = (organisationId: string, value: string | null) => ({ organisationId, baseline: null, value, on: null });
    const table = (kita: string | null, nishi: string | null): AnswerContent => written({ byWard: [line('kita', kita), line('nishi', nishi)] });
    expect(mergeAnswers(table('1', '2'), table('10', '2'), table('1', '20'))).toMatchObject({ content: { byWard: [line('kita', '10'), line('nishi', '20')] }, clashes: [] });
    expect(mergeAnswers(table('1', '2'), table('10', '2'), table('11', '2')).clashes).toEqual(['byWard']);
    expect(mergeAnswers(written({}), table('1', null), written({})).content.byWard).toHaveLength(2);
    expect(differingLines('byWard', table('1', '2'), table('9', '2'))).toEqual([{ key: 'kita', mine: line('kita', '1'), theirs: line('kita', '9') }]);
  });
  test('a file added here and a file removed there both count', () => {
    const file = (id: string) => ({ id, name: `${id}.pdf`, type: 'application/pdf', bytes: 1 });
    const { content, clashes } = mergeAnswers(written({ attachments: [file('a')] }), written({ attachments: [file('a'), file('b')] }), written({ attachments: [] }));
    expect(content.attachments.map(({ id }) => id)).toEqual(['b']);
    expect(clashes).toEqual([]);
  });
  test('the mark of a copied text goes with its text', () => {
    const copied = written({ example: '昨年度', copied: ['example'] });
    expect(mergeAnswers(written({}), copied, written({ issue: '課題' })).content.copied).toEqual(['example']);
    expect(mergeAnswers(copied, { ...copied, example: '今年度', copied: [] }, copied).content.copied).toEqual([]);
  });
});
