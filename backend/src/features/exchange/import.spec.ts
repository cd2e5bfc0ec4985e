import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseSheet } from '@furikaeri/sheet';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { aSubmission } from '../../../../test/kit/builders.ts';
import { kita, kitaStaff } from '../../../../test/kit/cast.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { CardEntity, CardTextEntity } from '../cards/index.ts';
import { CycleEntity, SectionEntity } from '../cycles/index.ts';
import { SubmissionEntity } from '../submissions/index.ts';
import { applyImport, systemActor, undoImport } from './index.ts';

const fixture = (name: string) => new URL(`../../../../packages/sheet/fixtures/${name}`, import.meta.url);
const setupFile = readFileSync(fixture('setup-r6.csv'), 'utf8');
const real = process.env.REAL_SHEET;
const sheets: [string, string | URL][] = [['our own sheet', fixture('review-sheet-r6.txt')], ...(real ? [['the real sheet', real] as [string, string]] : [])];

let db: TestDatabase;
beforeAll(async () => { db = await createTestDatabase(); });
afterAll(async () => { await db.close(); });

const importing = async (file: string | URL, more: { setup?: string | null; planName?: string; commandId?: string } = {}) => {
  const bytes = readFileSync(file);
  return db.runner.run(applyImport, await systemActor(db.em()), {
    commandId: newId(), planName: '計画', fileName: 'sheet.txt', sha256: createHash('sha256').update(bytes).digest('hex'),
    sheet: parseSheet(bytes), setup: null, schedule: null, ...more,
  });
};
const undoing = async () => db.runner.run(undoImport, await systemActor(db.em()), { commandId: newId() });
const refusal = async (promise: Promise<unknown>): Promise<ProblemError> => {
  const error: unknown = await promise.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof ProblemError)) throw error ?? new Error('It was not refused.');
  return error;
};
const tableCounts = async () => {
  const counts: Record<string, unknown> = {};
  for (const table of ['plan', 'cycle', 'section', 'card', 'card_text', 'submission', 'organisation', 'import_batch']) {
    counts[table] = (await db.em().execute(`select count(*)::int as n from ${table}`))[0]!.n;
  }
  return counts;
};

describe.each(sheets)('importing %s', (_name, file) => {
  let imported: Awaited<ReturnType<typeof importing>>;
  let cards: CardEntity[];
  const card = (code: string) => {
    const found = cards.find((one) => one.code === code);
    if (!found) throw new Error(`No card ${code}`);
    return found;
  };
  beforeAll(async () => {
    imported = await importing(file, { setup: setupFile });
    cards = await db.em().find(CardEntity, { cycleId: imported.cycleId }, { orderBy: { sort: 'asc' } });
  });
  afterAll(async () => { await undoing(); });

  it('makes 49 cards: 35 live in 下書き, 8 frozen and 6 references', async () => {
    expect(imported.counts).toEqual({ rows: 49, live: 35, frozen: 8, references: 6, inProgress: 30, completed: 5, askingWards: 20, answers: 495 });
    expect(cards.filter(({ kind, stage }) => kind === 'live' && stage === 'draft')).toHaveLength(35);
    expect(cards.filter(({ kind, stage, progress }) => kind === 'frozen' && stage == null && progress === 'completed_earlier')).toHaveLength(8);
    expect(cards.filter(({ kind, stage, progress }) => kind === 'reference' && stage == null && progress == null)).toHaveLength(6);
    expect(await db.em().count(SectionEntity, { cycleId: imported.cycleId })).toBe(16);
  });

  it('opens its cycle in 照会 with business days laid out from today', async () => {
    const cycle = await db.em().findOneOrFail(CycleEntity, { id: imported.cycleId });
    expect(cycle).toMatchObject({ fiscalYear: 2024, phase: 'collection', openedOn: '2025-05-14', wardDeadline: '2025-05-28', conferenceOn: '2025-06-27' });
  });

  it('asks the wards and the offices that the setup names', async () => {
    const answers = await db.em().find(SubmissionEntity, { cardId: { $in: cards.map(({ id }) => id) } });
    expect(answers.filter(({ organisationKind }) => organisationKind === 'ward')).toHaveLength(480);
    expect(answers.filter(({ organisationKind }) => organisationKind === 'bureau')).toHaveLength(15);
    expect(answers.every(({ state }) => state === 'not_started')).toBe(true);
    expect(card('3-(1)-16a').askedWhy).toContain('設定ファイル');
    expect(card('4-(1)-24')).toMatchObject({ committeeId: null, asks: 'bureau' });
  });

  it('keeps printed texts as version 1, printed figures as 様式の値, and decides nothing', async () => {
    expect(card('1-(1)-3a').indicator).toMatchObject({ kind: 'count_yes', unit: '区', printed: '16区' });
    expect(card('1-(1)-3a').figure).toMatchObject({ value: '0', denominator: '24', printed: '16区', unanswered: 24 });
    expect(card('1-(1)-1').figure).toMatchObject({ denominator: '326', printed: '323地活協/326' });
    expect(card('1-(1)-4').wardTable?.rows).toHaveLength(24);
    expect(card('1-(1)-4').amendment).not.toBeNull();
    expect(card('1-(1)-3a').strip).toBe('.'.repeat(24));
    const texts = await db.em().find(CardTextEntity, { cardId: card('2-(2)-13b').id });
    expect(texts.map(({ field, version }) => [field, version]).toSorted()).toEqual([['issues', 1], ['nextSteps', 1], ['results', 1]]);
    expect(texts.find(({ field }) => field === 'issues')?.text).toBe('—');
    expect(card('2-(2)-13b').textsWritten).toEqual({ results: true, issues: true, nextSteps: true });
    expect(cards.every(({ progressDecision }) => progressDecision == null)).toBe(true);
  });

  it('finds one goal overdue, 15a by a year, and knows 毎年度', () => {
    expect(cards.filter(({ deadline }) => deadline.overdueYears > 0).map(({ code, deadline }) => [code, deadline.overdueYears])).toEqual([['3-(1)-15a', 1]]);
    expect(card('1-(1)-3a').deadline.recurring).toBe(true);
    expect(card('3-(1)-15a').deadline.recurring).toBe(false);
    expect(cards.every(({ title }) => title.length > 0 && title.length <= 200)).toBe(true);
  });

  it('points references at their rows', () => {
    expect(card('2-(2)-13a').references).toEqual([{ kind: 'same_as', section: expect.any(String), cardId: card('1-(1)-3a').id, code: '1-(1)-3a' }]);
    expect(card('4-(2)-25b').references.map(({ code }) => code)).toEqual(['3-(2)-20a', '3-(2)-20b', '3-(2)-21a', '3-(2)-21b']);
  });

  it('leaves a log line, a change and the findings', async () => {
    const [line] = await db.em().execute(`select name, after from command_log where cycle_id = ?`, [imported.cycleId]);
    expect(line).toMatchObject({ name: 'import.apply', after: { counts: { live: 35 } } });
    expect(await db.em().execute(`select 1 from change where stream = ?`, [`cycle:${imported.cycleId}`])).toHaveLength(1);
    const [batch] = await db.em().execute(`select jsonb_array_length(findings) as n from import_batch where id = ?`, [imported.batchId]);
    expect(batch!.n).toBe(imported.findings.length);
    expect(imported.findings.length).toBeGreaterThan(0);
  });

  it('changes nothing where a cycle of that plan and year is open', async () => {
    const before = await tableCounts();
    expect((await refusal(importing(file))).code).toBe('cycle/already-open');
    expect(await tableCounts()).toEqual(before);
  });
});

describe.each(sheets)('whom %s asks by its words alone', (_name, file) => {
  afterAll(async () => { await undoing(); });

  it('is the wards in 24 rows, else the 局 it names, else the 事務局, and each row says why', async () => {
    const { cycleId, counts, organisationsMade } = await importing(file, { planName: '語だけの計画' });
    expect(counts.askingWards).toBe(24);
    const live = await db.em().find(CardEntity, { cycleId, kind: 'live' });
    expect(live.every(({ askedWhy }) => askedWhy !== '')).toBe(true);
    expect(live.find(({ code }) => code === '3-(3)-22b')).toMatchObject({ asks: 'bureau', committeeId: null });
    expect(live.filter(({ asks }) => asks === 'secretariat').length).toBe(35 - 24 - live.filter(({ asks }) => asks === 'bureau').length);
    expect(organisationsMade).not.toContain('福祉局');
  });
});

describe('taking an import back', () => {
  it('leaves the house as it was, and there is nothing more to take back', async () => {
    await importing(fixture('review-sheet-r6.txt'), { planName: '取り消す計画' });
    const undone = await undoing();
    expect(undone).toMatchObject({ planName: '取り消す計画', fiscalYear: 2024, cards: 49 });
    expect(await tableCounts()).toMatchObject({ plan: 0, cycle: 0, card: 0, card_text: 0, submission: 0 });
    expect((await refusal(undoing())).code).toBe('import/none');
  });

  it('is refused with a list once somebody answered', async () => {
    const { cycleId } = await importing(fixture('review-sheet-r6.txt'), { setup: setupFile });
    const card = await db.em().findOneOrFail(CardEntity, { cycleId, code: '3-(1)-16a' });
    await aSubmission(card).by(kita).draft().build(db);
    const problem = await refusal(undoing());
    expect(problem.code).toBe('cycle/in-use');
    expect(problem.more.list).toEqual([{ code: '3-(1)-16a', title: '回答 1件' }]);
    await db.em().execute('delete from submission where card_id = ?', [card.id]);
    await db.em().execute(`insert into comment (id, card_id, author, author_person_id, text, created_at) values (?, ?, ?::jsonb, ?, '確かめます', now())`, [newId(), card.id, JSON.stringify(kitaStaff.doer), kitaStaff.personId]);
    expect((await refusal(undoing())).more.list).toEqual([{ code: '3-(1)-16a', title: 'コメント 1件' }]);
    await db.em().execute('delete from comment');
    await db.em().nativeUpdate(CardEntity, { id: card.id }, { progressDecision: { by: kitaStaff.doer, at: '2025-05-13T01:00:00.000Z', reason: null } });
    expect((await refusal(undoing())).more.list).toEqual([{ code: '3-(1)-16a', title: '実施状況の判断' }]);
    await db.em().nativeUpdate(CardEntity, { id: card.id }, { progressDecision: null });
    await undoing();
  });
});

describe('a setup file', () => {
  const head = 'code,committee,bureau,wards,deadline\r\n';
  const complaints = async (setup: string) => (await refusal(importing(fixture('review-sheet-r6.txt'), { setup }))).more.fields?.map(({ path, message }) => `${path} ${message}`);

  it('is refused line by line where it names what does not exist, and nothing is imported', async () => {
    const before = await tableCounts();
    expect(await complaints(`${head}1-(1)-1,地域・協働部会,,北区;南区,\r\n9-(9)-99,,,*,\r\n1-(1)-5,,,*,\r\n1-(1)-1,,,,令和7年13月1日\r\n1-(1)-2,x\r\n`)).toEqual([
      '2行目 「南区」という区はありません。',
      '3行目 「9-(9)-99」という行は様式にありません。',
      '4行目 「1-(1)-5」は完了済みか再掲の行なので、担当と照会先を決められません。',
      '5行目 期限「令和7年13月1日」を日付として読めません。2025-05-14 のように書いてください。',
      '5行目 「1-(1)-1」は 2 行目にもあります。',
      '6行目 列の数が 2 です。見出しと同じ 5 にしてください。',
    ]);
    expect(await complaints('code,committee\n')).toHaveLength(3);
    expect(await complaints('')).toEqual(['1行目 ファイルが空です。']);
    expect(await tableCounts()).toEqual(before);
  });

  it('makes the 部会 and 局 it names, asks some wards, and gives a row more time', async () => {
    const setup = `${head}1-(1)-1,"新しい部会",新しい局,西区; 北区,2025-06-07\n1-(1)-2,,,,\n`;
    const { cycleId, organisationsMade } = await importing(fixture('review-sheet-r6.txt'), { setup });
    expect(organisationsMade).toEqual(expect.arrayContaining(['新しい部会', '新しい局']));
    const card = await db.em().findOneOrFail(CardEntity, { cycleId, code: '1-(1)-1' });
    const answers = await db.em().find(SubmissionEntity, { cardId: card.id });
    expect(answers).toHaveLength(2);
    // 2025-06-07 is a Saturday.
    expect(answers.map(({ extension }) => extension)).toEqual(['2025-06-09', '2025-06-09']);
    expect(card.strip).toBe(`.    .${' '.repeat(18)}`);
    expect(await db.em().findOneOrFail(CardEntity, { cycleId, code: '1-(1)-2' })).toMatchObject({ asks: 'secretariat', committeeId: null, bureauId: null });
    await undoing();
  });
});
