import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differingFields, EMPTY_CONTENT, type AnswerContent } from '@furikaeri/model';
import { readAnswerBook } from '@furikaeri/sheet/read';
import { fillBook, strangeBook } from '../../../../packages/sheet/src/spec-kit/fill-book.ts';
import { actingOn, content, refusalOf, theAnswer, yes } from '../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CycleRow, type SubmissionRow } from '../../../../test/kit/builders.ts';
import { kita, kitaStaff, nishiStaff, type CastMember, viewer } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { editSubmission } from '../submissions/use-cases/edit-submission.ts';
import { mergeFilled } from './merge-filled.ts';
import { downloadBook } from './queries/download-book.ts';
import { previewBook } from './queries/preview-book.ts';

let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
let cycle: CycleRow;
let first: SubmissionRow;
let second: SubmissionRow;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());
beforeEach(async () => {
  cycle = await aCycle().build(db);
  first = await aSubmission(await aCard(cycle).build(db)).by(kita).build(db);
  second = await aSubmission(await aCard(cycle).build(db)).by(kita).build(db);
});

const takeOut = (who: CastMember = kitaStaff) => downloadBook(db.em(), who, db.clock.now(), { cycleId: cycle.id });
/** はい with an example on the first line of the file. */
const fillIn = (bytes: Uint8Array, example: string): Promise<Uint8Array> =>
  fillBook(bytes, [{ line: 0, column: 'answer', value: 'はい' }, { line: 0, column: 'example', value: example }]);
const preview = (bytes: Uint8Array, who: CastMember = kitaStaff) => previewBook(db.em(), who, cycle.id, bytes);

describe('回答ファイル of one organisation', () => {
  it('is named after the ward and the year, and holds its own questions alone', async () => {
    await aSubmission(await aCard(cycle).build(db)).by({ ...kita, id: nishiStaff.organisationId }).build(db);
    const { bytes, name } = await takeOut();
    expect(name).toBe('回答_北区_令和6年度末.xlsx');
    expect((await readAnswerBook(bytes))?.rows.map(({ submissionId }) => submissionId).toSorted()).toEqual([first.id, second.id].toSorted());
  });

  it('shows what it would change, and changes nothing', async () => {
    const { bytes } = await takeOut();
    const { items } = await preview(await fillIn(bytes, '二回開いた'));
    expect(items.map(({ submissionId, outcome }) => [submissionId, outcome])).toEqual([[first.id, 'change'], [second.id, 'same']]);
    expect(items[0]).toMatchObject({ content: { answer: 'yes', example: '二回開いた' }, current: { version: 1 } });
    expect((await theAnswer(db, first.id)).draft).toEqual(EMPTY_CONTENT);
  });

  it('keeps both what the file says and what was typed meanwhile in another field', async () => {
    const { bytes } = await takeOut();
    await act(kitaStaff, editSubmission, { submissionId: first.id, expectedVersion: 1, content: content({ issue: '会場が遠い' }) });
    const { items } = await preview(await fillIn(bytes, '二回開いた'));
    expect(items[0]).toMatchObject({ outcome: 'change', content: { answer: 'yes', example: '二回開いた', issue: '会場が遠い' }, current: { version: 2 } });
  });

  it('shows a field that both wrote as a conflict, with both texts', async () => {
    const { bytes } = await takeOut();
    await act(kitaStaff, editSubmission, { submissionId: first.id, expectedVersion: 1, content: yes('ボードで書いた') });
    const { items } = await preview(await fillIn(bytes, 'ファイルで書いた'));
    expect(items[0]).toMatchObject({ outcome: 'conflict', content: { example: 'ファイルで書いた' }, current: { draft: { example: 'ボードで書いた' } } });
  });

  it('says of an answer that was handed in meanwhile that it is closed', async () => {
    const { bytes } = await takeOut();
    await db.em().execute(`update submission set state = 'submitted', submitted = draft where id = ?`, [first.id]);
    const { items } = await preview(await fillIn(bytes, '開いた'));
    expect(items[0]?.outcome).toBe('closed');
  });

  it('refuses another ward’s file, another year’s and one that is none', async () => {
    const { bytes } = await takeOut();
    expect((await refusalOf(preview(bytes, nishiStaff))).code).toBe('answer-book/other-organisation');
    expect((await refusalOf(previewBook(db.em(), kitaStaff, randomUUID(), bytes))).code).toBe('answer-book/not-ours');
    expect((await refusalOf(preview(await strangeBook()))).code).toBe('answer-book/not-ours');
    await expect(preview(new TextEncoder().encode('<html>'))).rejects.toMatchObject({ code: 'sheet/unknown-format' });
  });

  it('is made for those who answer, and only where something is asked', async () => {
    expect((await refusalOf(takeOut(viewer))).code).toBe('permission/denied');
    expect((await refusalOf(takeOut(nishiStaff))).code).toBe('answer-book/nothing-asked');
    expect((await refusalOf(downloadBook(db.em(), kitaStaff, db.clock.now(), { cycleId: randomUUID() }))).code).toBe('cycle/not-found');
  });
});

describe('a line of the file against the board', () => {
  const words = fc.constantFrom('', '甲', '乙', '丙');
  const anyContent = fc.record({ example: words, issue: words, reason: words, numerator: fc.constantFrom(null, '1', '2') }).map((some): AnswerContent => ({ ...EMPTY_CONTENT, ...some }));

  it('loses nothing that one side alone changed, and takes nothing that both changed without saying so', () => {
    fc.assert(fc.property(anyContent, anyContent, anyContent, (base, filled, current) => {
      const { outcome, content: merged } = mergeFilled(base, filled, current);
      const byFile = differingFields(base, filled);
      const byBoard = differingFields(base, current);
      for (const field of byBoard) if (!byFile.includes(field)) expect(merged[field]).toEqual(current[field]);
      for (const field of byFile) expect(merged[field]).toEqual(filled[field]);
      const clash = byFile.some((field) => byBoard.includes(field) && filled[field] !== current[field]);
      expect(outcome === 'conflict').toBe(clash);
      expect(outcome === 'same').toBe(differingFields(merged, current).length === 0);
    }));
  });

  it('takes 暫定 or 確定 from the side that changed it, and from that alone', () => {
    const provisional = { ...EMPTY_CONTENT, numerator: '1', certainty: 'provisional' as const };
    const final = { ...provisional, certainty: 'final' as const };
    expect(mergeFilled(provisional, final, provisional)).toMatchObject({ outcome: 'change', content: { certainty: 'final' } });
    expect(mergeFilled(provisional, provisional, final)).toMatchObject({ outcome: 'same', content: { certainty: 'final' } });
    expect(mergeFilled(provisional, { ...provisional, numerator: '2' }, final)).toMatchObject({ outcome: 'change', content: { numerator: '2', certainty: 'final' } });
  });
});
