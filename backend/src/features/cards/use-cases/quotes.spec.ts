import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CardDetail, Quote } from '@furikaeri/contracts';
import { actingOn, heardOn, refusalOf, yes } from '../../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CardRow, type CycleRow, type SubmissionRow } from '../../../../../test/kit/builders.ts';
import { bureau, bureauStaff, committee, committeeLead, kita, kitaApprover, nishiStaff, secretariat, viewer, type CastMember } from '../../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../test/kit/database.ts';
import { openCard } from '../../board/queries/open-card.ts';
import { readCardHistory } from '../../board/queries/read-card-history.ts';
import { CardTextEntity } from '../card.entity.ts';
import { writeCardText } from './write-card-text.ts';

const SENTENCE = '区社協と毎月の定例会を開いた。';
let db: TestDatabase;
let act: ReturnType<typeof actingOn>;
let cycle: CycleRow;
let card: CardRow;
let answer: SubmissionRow;
beforeAll(async () => {
  db = await createTestDatabase();
  act = actingOn(db);
});
afterAll(() => db.close());
beforeEach(async () => {
  cycle = await aCycle().build(db);
  card = await aCard(cycle).at('committee_review').asking('北区', '西区').build(db);
  answer = await aSubmission(card).by('北区').submitted(yes(`訓練を行った。${SENTENCE}`)).build(db);
});
const quote = (more: Partial<Quote> = {}): Quote => ({ n: 1, organisationId: kita.id, submissionId: answer.id, field: 'example', text: SENTENCE, ...more } as Quote);
const text = (more: object = {}) => ({ cardId: card.id, field: 'results', expectedVersion: 1, text: `${SENTENCE}{{引|1}}`, quotes: [quote()], ...more });
const stored = (): Promise<CardTextEntity> => db.em().findOneOrFail(CardTextEntity, { cardId: card.id, field: 'results' });
const seenBy = (who: CastMember): Promise<CardDetail> => openCard(db.em(), who, { cardId: card.id });

describe('区の文を引用', () => {
  it('keeps where each sentence came from, and tells it to those alone who see each answer', async () => {
    await act(committeeLead, writeCardText, text());
    expect((await stored()).quotes).toEqual([quote()]);
    const narrow = [`cycle:${cycle.id}:office`, `cycle:${cycle.id}:committee:${committee.id}`, `cycle:${cycle.id}:bureau:${bureau.id}`];
    for (const stream of narrow) expect(await heardOn(db, stream)).toEqual([{ type: 'quotes.changed', cardId: card.id, version: 2, quotes: { field: 'results', quotes: [quote()] } }]);
    const everybody = await heardOn(db, `cycle:${cycle.id}`);
    expect(everybody.map(({ type }) => type)).toEqual(['text.changed', 'card.changed']);
    expect(JSON.stringify(everybody)).not.toContain(kita.id);
    expect(JSON.stringify(everybody)).not.toContain(answer.id);
  });

  it('shows the sources to 部会長, 局 and 事務局 on opening, to a ward, even the quoted one, and to a viewer never', async () => {
    await act(committeeLead, writeCardText, text());
    for (const who of [committeeLead, bureauStaff, secretariat]) expect((await seenBy(who)).quotes).toEqual([{ field: 'results', quotes: [quote()] }]);
    for (const who of [kitaApprover, nishiStaff, viewer]) {
      const seen = await seenBy(who);
      expect(seen.quotes).toEqual([]);
      expect(seen.texts[0]?.text).toBe(`${SENTENCE}{{引|1}}`);
    }
    for (const who of [nishiStaff, viewer]) {
      expect(JSON.stringify(await readCardHistory(db.em(), who, { cardId: card.id }))).not.toMatch(new RegExp(`${kita.id}|${answer.id}|引\\|`, 'u'));
    }
  });

  it('is refused where no answer says it, or the answer is not handed in, another card’s or another ward’s', async () => {
    const draft = await aSubmission(card).by('西区').draft(yes('西区の下書き。')).build(db);
    const elsewhere = await aCard(cycle).at('committee_review').asking('北区').build(db);
    const far = await aSubmission(elsewhere).by('北区').submitted(yes(SENTENCE)).build(db);
    const refused: Partial<Quote>[] = [
      { text: '言っていない文。' }, { field: 'issue' }, { field: 'answer', text: 'yes' }, { organisationId: secretariat.organisationId as Quote['organisationId'] },
      { submissionId: far.id as Quote['submissionId'] }, { submissionId: draft.id as Quote['submissionId'], organisationId: draft.organisationId as Quote['organisationId'], text: '西区の下書き。' },
    ];
    for (const more of refused) expect((await refusalOf(act(committeeLead, writeCardText, text({ quotes: [quote(more)] })))).code).toBe('card/quote-not-found');
    expect((await stored()).version).toBe(1);
  });

  it('is refused where a mark has no source, and a source without a mark is dropped', async () => {
    expect((await refusalOf(act(committeeLead, writeCardText, text({ quotes: [] })))).code).toBe('card/quote-not-found');
    expect((await refusalOf(act(committeeLead, writeCardText, text({ text: 'あ。{{引|2}}' })))).code).toBe('card/quote-not-found');
    await act(committeeLead, writeCardText, text({ quotes: [quote(), quote({ n: 2 })] }));
    expect((await stored()).quotes).toEqual([quote()]);
    await act(committeeLead, writeCardText, text({ expectedVersion: 2, text: '書き直した。' }));
    expect((await stored()).quotes).toEqual([]);
  });

  it('stays as it was picked when the answer changes, and a text saved without sources keeps those it has', async () => {
    await act(committeeLead, writeCardText, text());
    await aSubmission(card).with({ id: answer.id } as object).by('北区').submitted(yes('書き直した。')).build(db);
    await act(committeeLead, writeCardText, text({ expectedVersion: 2, text: `これから。${SENTENCE}{{引|1}}`, quotes: undefined }));
    await act(committeeLead, writeCardText, text({ expectedVersion: 3, text: `${SENTENCE}{{引|5}}`, quotes: [quote({ n: 5 })] }));
    expect((await stored()).quotes).toEqual([quote({ n: 5 })]);
  });

  it('leaves the history readable words', async () => {
    await act(committeeLead, writeCardText, text({ text: `{{値}}で行った。${SENTENCE}{{引|1}}` }));
    const { entries } = await readCardHistory(db.em(), committeeLead, { cardId: card.id });
    expect(entries[0]).toMatchObject({ command: 'card.write-text', after: { text: `—で行った。${SENTENCE}` } });
  });
});
