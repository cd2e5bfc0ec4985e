import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addBusinessDays, isAtLeast, isOwed, renderText, stageFollowing, subtract, textValues } from '@furikaeri/model';
import { parseSheet } from '@furikaeri/sheet';
import { writeSheetFile } from '@furikaeri/sheet/write';
import { verify } from '@node-rs/argon2';
import { brokenLaws } from '../../../test/kit/act.ts';
import { BureauFigureEntity } from '../features/bureau-figures/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { readReview } from '../features/lint/read-review.ts';
import { PersonEntity } from '../features/accounts/index.ts';
import { CardEntity, CardTextEntity, computeFigure, computeStrip, wardOrder } from '../features/cards/index.ts';
import { CycleEntity } from '../features/cycles/index.ts';
import { SubmissionEntity } from '../features/submissions/index.ts';
import { firstStart, type FirstStartResult } from './first-start.ts';

const sheetFile = fileURLToPath(new URL('../../../packages/sheet/fixtures/review-sheet-r6.txt', import.meta.url));
const setupFile = fileURLToPath(new URL('../../../packages/sheet/fixtures/setup-r6.csv', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'furikaeri-start-'));

const everything = async (db: TestDatabase) => {
  const counts: Record<string, number> = {};
  for (const table of ['person', 'post', 'organisation', 'plan', 'cycle', 'card', 'submission', 'comment', 'command_log', 'change', 'closed_day', 'import_batch']) {
    counts[table] = (await db.em().execute(`select count(*)::int as n from ${table}`))[0]!.n;
  }
  return counts;
};
const starting = (db: TestDatabase, ...args: string[]): Promise<FirstStartResult> => firstStart({ orm: db.orm, runner: db.runner, clock: db.clock, args });

describe('the demo', () => {
  let db: TestDatabase;
  let result: FirstStartResult;
  let cards: CardEntity[];
  let answers: Map<string, SubmissionEntity[]>;
  let cycle: CycleEntity;
  const card = (code: string) => {
    const found = cards.find((one) => one.code === code);
    if (!found) throw new Error(`No card ${code}`);
    return found;
  };
  const answersOf = (code: string) => answers.get(card(code).id) ?? [];
  const idOf = async (name: string): Promise<string> => (await db.em().execute('select id from organisation where name = ?', [name]))[0]!.id;

  beforeAll(async () => {
    db = await createTestDatabase({ cast: false });
    // 10:00 on Tuesday 2025-05-20.
    db.clock.moveTo(new Date('2025-05-20T01:00:00Z'));
    result = await starting(db);
    cycle = await db.em().findOneOrFail(CycleEntity, { fiscalYear: 2024 });
    cards = await db.em().find(CardEntity, { cycleId: cycle.id }, { orderBy: { sort: 'asc' } });
    answers = new Map(cards.map(({ id }) => [id, []]));
    for (const answer of await db.em().find(SubmissionEntity, { cardId: { $in: [...answers.keys()] } })) answers.get(answer.cardId)?.push(answer);
  }, 60_000);
  afterAll(async () => { await db.close(); });

  it('has the year before behind it: every row, published, with its own answers and figures', async () => {
    const before = await db.em().findOneOrFail(CycleEntity, { fiscalYear: 2023 });
    expect(before).toMatchObject({ planId: cycle.planId, phase: 'published' });
    const rows = await db.em().find(CardEntity, { cycleId: before.id }, { orderBy: { sort: 'asc' } });
    expect(rows.map(({ code }) => code)).toEqual(cards.map(({ code }) => code));
    expect(rows.filter(({ kind }) => kind === 'frozen')).toEqual([]);
    for (const row of rows) expect(await brokenLaws(db, row.id)).toEqual([]);
    const valueOf = (code: string) => rows.find((row) => row.code === code)?.figure?.value;
    expect(['1-(1)-3a', '3-(1)-16a', '3-(1)-16c'].map(valueOf)).toEqual(['14', '7', '24']);
    expect(rows.flatMap(({ references }) => references.flatMap(({ cardId }) => cardId ?? [])).every((id) => rows.some((row) => row.id === id))).toBe(true);
  });

  it('has figures in its texts that follow the answers, and one that a 局 gives, in the words of the sheet', async () => {
    const written = async (code: string) => (await db.em().findOneOrFail(CardTextEntity, { cardId: card(code).id, field: 'results' })).text;
    const figures = await db.em().find(BureauFigureEntity, { cycleId: cycle.id });
    expect(figures).toHaveLength(4);
    for (const code of ['1-(1)-3a', '1-(1)-3b', '2-(2)-14']) expect(await written(code)).toContain('{{値}}');
    expect(renderText(await written('1-(1)-3a'), textValues(card('1-(1)-3a').figure ?? null))).toContain('設けた 16区');
    expect(renderText(await written('3-(3)-22c'), textValues(null, figures))).toContain('R6.12末 795件');
  });

  it('has told what happened, on the screen alone, so that nobody opens an empty list and no mail goes of the past', async () => {
    const told = await db.em().execute<{ login: string; kind: string; channel: string }[]>('select p.login, n.kind, n.channel from notification n join person p on p.id = n.person_id order by n.id');
    const of = (login: string) => told.filter((one) => one.login === login).map(({ kind }) => kind);
    expect(of('kita-staff')).toEqual(['approved', 'returned']);
    expect(of('nishi-approver')).toEqual(['check_requested', 'approved']);
    expect([of('jimukyoku'), of('kodomo-lead')]).toEqual([['mention'], ['mention']]);
    expect(new Set(told.map(({ channel }) => channel))).toEqual(new Set(['app']));
    expect(await db.em().execute('select note from absence')).toEqual([{ note: '出張' }]);
  });

  it('has nothing for the 整合チェック but what the sheet itself contradicts, this year and the year before', async () => {
    const hits = async (cycleId: string) => (await readReview(db.em(), cycleId)).findings.filter(({ state }) => state === 'hit').map(({ rule, codes }) => `${rule} ${codes.join()}`);
    const before = await db.em().findOneOrFail(CycleEntity, { fiscalYear: 2023 });
    expect(await hits(cycle.id)).toHaveLength(17);
    expect(await hits(before.id)).toEqual(['same-goal-different-count 1-(1)-3b,2-(2)-13b', 'goal-without-figure 2-(1)-12a']);
  });

  it('prints its accounts, one of every role and 西区 besides 北区', async () => {
    const accounts = result.lines.filter((line) => line.startsWith('account')).map((line) => line.split('\t'));
    expect(accounts.every((parts) => parts.length === 4)).toBe(true);
    expect(new Set(accounts.map(([, role]) => role))).toEqual(new Set(['区担当', '区承認者', '部会長', '局担当', '事務局', '閲覧者', '管理者']));
    expect(accounts[0]).toEqual(['account', '区担当', 'kita-staff', 'furikaeri-demo']);
    expect(accounts.map(([, , login]) => login)).toEqual(expect.arrayContaining(['nishi-staff', 'nishi-approver']));
    const person = await db.em().findOneOrFail(PersonEntity, { login: 'kita-staff' }, { populate: ['passwordHash'] });
    expect(await verify(person.passwordHash as unknown as string, 'furikaeri-demo')).toBe(true);
    expect(result).toMatchObject({ exitCode: 0, serve: true });
    expect(result.lines.join('\n')).toContain('審査する行 35（実施中 30・完了 5）、完了済み 8、再掲・同様 6');
  });

  it('has staff and an approver in every ward, somebody in every 部会 and 局 with cards, and one 兼務', async () => {
    const missing = await db.em().execute(
      `select o.name from organisation o where (o.kind in ('ward') and (select count(distinct role) from post where organisation_id = o.id) < 2)
       or (o.kind in ('committee', 'bureau') and not exists (select 1 from post where organisation_id = o.id))`,
    );
    expect(missing).toEqual([]);
    expect(await db.em().execute('select person_id from post group by person_id having count(*) > 1')).toHaveLength(1);
  });

  it('lays its days out from the day of first start', () => {
    const closed = new Set(['2025-05-05', '2025-05-06']);
    expect(cycle).toMatchObject({ phase: 'review', openedOn: addBusinessDays('2025-05-20', -8, closed), wardDeadline: '2025-05-19', reviewDeadline: '2025-05-28', conferenceOn: '2025-06-13' });
    expect(cycle.openedOn).toBe('2025-05-08');
  });

  it('asks the 24 wards on 20 rows and spreads the 35 cards over all stages', () => {
    const live = cards.filter(({ kind }) => kind === 'live');
    expect([...answers.values()].flat().filter(({ organisationKind }) => organisationKind === 'ward')).toHaveLength(480);
    const count = (stage: string) => live.filter((one) => one.stage === stage).length;
    expect([count('draft'), count('ward_submitted'), count('committee_review'), count('reviewed')]).toEqual([9, 12, 8, 6]);
  });

  it('agrees with the rules: figure, strip, 差戻し count and stage follow from the answers', async () => {
    const wards = await wardOrder(db.em());
    for (const one of cards.filter(({ kind }) => kind === 'live')) {
      const asked = answers.get(one.id) ?? [];
      if (!one.indicator) throw new Error(`${one.code} has no indicator`);
      expect([one.code, one.figure]).toEqual([one.code, computeFigure(one.indicator, asked)]);
      expect([one.code, one.strip]).toEqual([one.code, computeStrip(one.indicator, asked, wards)]);
      expect([one.code, one.returned]).toEqual([one.code, asked.filter(({ openReturn }) => openReturn != null).length]);
      const states = asked.map(({ state }) => state);
      if (one.stage === 'reviewed') expect(states.every((state) => state === 'confirmed') && one.progressDecision && one.approval).toBeTruthy();
      else if (one.stage !== 'committee_review') expect([one.code, one.stage]).toEqual([one.code, stageFollowing('draft', states)]);
      const said = await db.em().execute('select 1 from comment where card_id = ? and submission_id is null', [one.id]);
      expect([one.code, one.comments]).toEqual([one.code, said.length]);
    }
  });

  it.each([
    ['1-(1)-1', '323', '326'], ['1-(1)-2', '176', null], ['1-(1)-3a', '16', '24'], ['1-(1)-3b', '22', '24'], ['1-(1)-4', '9', '24'], ['2-(2)-13b', '24', '24'],
    ['3-(1)-16a', '9', '24'], ['3-(1)-16b', '9', '24'], ['3-(1)-16c', '24', '24'], ['3-(1)-17d', '24', '24'], ['3-(1)-18a', '23', '23'],
    ['3-(1)-18c', '23', '24'], ['3-(3)-22d', '24', '24'], ['3-(1)-18b', '326', null], ['3-(1)-19c', '25.5', null], ['4-(1)-23', '276', null], ['3-(1)-17a', '4', null], ['3-(2)-20b', '24', '24'], ['3-(2)-21a', '24', '24'], ['3-(1)-17c', '95', null],
  ])('computes the figure the sheet prints on %s', (code, value, denominator) => {
    expect(card(code).figure).toMatchObject({ value, denominator });
  });

  it('shows parts, months, 時点 and 暫定 where the sheet has them', () => {
    expect(card('3-(2)-20b').figure).toMatchObject({ asked: 1, steps: [{ month: '2024-09', count: 7 }, { month: '2025-02', count: 17 }], isWhole: true, asOf: '2025-03-31' });
    expect(card('3-(2)-21a').figure?.steps).toEqual([{ month: '2024-11', count: 12 }, { month: '2025-02', count: 12 }]);
    expect(card('3-(2)-21a').strip).toBe('y'.repeat(24));
    expect(card('3-(1)-17a').figure?.parts).toEqual([{ name: '死亡事例', value: '3' }, { name: '重症事例', value: '1' }]);
    expect(card('4-(1)-23').figure).toMatchObject({ addsUp: true, parts: [{ value: '6' }, { value: '233' }, { value: '37' }] });
    expect(card('3-(1)-19c').figure).toMatchObject({ asOf: '2024-03-31', certainty: 'final' });
    expect(card('2-(1)-12a').figure).toMatchObject({ asOf: '2025-03-31', certainty: 'provisional' });
    expect(card('1-(1)-4').figure?.means).toEqual({ baseline: '48.29', current: '57.03' });
  });

  it('names why one ward is left of 18c, and why one is outside of 18a', () => {
    const [left] = answersOf('3-(1)-18c').filter(({ submitted }) => submitted?.answer === 'no');
    expect(left?.submitted).toMatchObject({ reason: '事業者の選定を終え、4月に始める。', expected: '令和7年4月' });
    const [outside] = answersOf('3-(1)-18a').filter(({ submitted }) => submitted?.answer === 'not_applicable');
    expect(outside?.submitted?.reason).toBe('区内に対象となる学校がない。');
  });

  it.each([['2-(2)-14', '11'], ['3-(1)-17b', '24'], ['3-(1)-15c', '59.7'], ['3-(1)-19a', '1794']])('would compute it on %s too, were every ward in', (code, value) => {
    const { indicator } = card(code);
    if (!indicator) throw new Error('no indicator');
    const complete = answersOf(code).map((answer) => ({ organisationId: answer.organisationId, state: 'submitted' as const, submitted: answer.draft, openReturn: null }));
    // 未着手 has written nothing yet: what it will say is what makes the sheet's figure up.
    const unwritten = complete.filter(({ submitted }) => submitted.answer === null && submitted.numerator === null).length;
    const figure = computeFigure(indicator, complete);
    if (unwritten === 0) expect(figure.value).toBe(value);
    else expect(isAtLeast(value, subtract(figure.value ?? '0', '1'))).toBe(true);
  });

  it('waits on 3-(1)-17b and 2-(2)-14 for 西区 and 北区 alone', async () => {
    const [kita, nishi] = [await idOf('北区'), await idOf('西区')];
    for (const code of ['3-(1)-17b', '2-(2)-14']) {
      const open = answersOf(code).filter(({ state }) => state !== 'submitted').map(({ organisationId }) => organisationId);
      expect(new Set(open)).toEqual(new Set([kita, nishi]));
    }
  });

  it('has late wards, an extension, a 差戻し of a value and one of a text', () => {
    const all = [...answers.values()].flat();
    expect(all.filter(({ state, extension, openReturn }) => isOwed(state) && extension == null && openReturn == null).length).toBeGreaterThan(8);
    expect(all.filter(({ extension }) => extension != null)).toHaveLength(1);
    expect(all.filter(({ state }) => state === 'returned')).toHaveLength(2);
    expect(card('3-(3)-22c').figure).toMatchObject({ value: '17', unanswered: 0 });
    expect(card('3-(1)-15c').figure).toMatchObject({ unanswered: 2 });
  });

  it('has nothing in its past that lies in the future', async () => {
    const [row] = await db.em().execute('select max(at) as last, min(at) as first, count(*)::int as n from command_log');
    expect(new Date(row!.last).getTime()).toBeLessThanOrEqual(db.clock.now().getTime());
    expect(row!.n).toBeGreaterThan(400);
  });

  it('changes nothing on a second start, and prints the accounts again', async () => {
    const before = await everything(db);
    const again = await starting(db);
    expect(await everything(db)).toEqual(before);
    expect(again.lines).toEqual(result.lines.filter((line) => line.startsWith('account')));
    expect((await starting(db, '--empty')).exitCode).toBe(0);
    expect(await everything(db)).toEqual(before);
  });

  it('is not taken back, as people have worked in it', async () => {
    const undo = await starting(db, '--undo-import');
    expect(undo).toMatchObject({ exitCode: 1, serve: false });
    expect(undo.lines[0]).toContain('cycle/in-use');
    expect(undo.lines.some((line) => line.includes('3-(1)-16a'))).toBe(true);
  });

  it('takes the form in as a workbook too', async () => {
    const workbook = join(folder, 'sheet.xlsx');
    writeFileSync(workbook, (await writeSheetFile(parseSheet(readFileSync(sheetFile)), { format: 'xlsx' }))?.bytes ?? '');
    expect(await starting(db, '--import', workbook, '--plan', '表計算の計画')).toMatchObject({ exitCode: 0, serve: true });
    expect((await starting(db, '--undo-import')).lines).toEqual(['取り込みを取り消しました：表計算の計画 令和6年度末（49行）']);
  });

  it('refuses the same year again, names the way out, and takes it as another plan', async () => {
    const before = await everything(db);
    const refused = await starting(db, '--import', sheetFile);
    expect(refused).toMatchObject({ exitCode: 1, serve: false });
    expect(refused.lines[0]).toMatch(/cycle\/already-open.*--plan/);
    expect(await everything(db)).toEqual(before);
    const other = await starting(db, '--import', sheetFile, '--plan', '別の計画');
    expect(other).toMatchObject({ exitCode: 0, serve: true });
    expect(other.lines.filter((line) => line.startsWith('account'))).toEqual([]);
    expect((await starting(db, '--undo-import')).lines).toEqual(['取り込みを取り消しました：別の計画 令和6年度末（49行）']);
  });
});

describe('a first start that was cut short', () => {
  let db: TestDatabase;
  beforeAll(async () => { db = await createTestDatabase({ cast: false }); });
  afterAll(async () => { await db.close(); });

  it('is made anew by the next one, whatever that asks for', async () => {
    await starting(db, '--import', sheetFile);
    // As if the process had been killed before the accounts were written.
    await db.em().execute('delete from post');
    await db.em().execute('delete from person');
    const again = await starting(db, '--import', sheetFile, '--setup', setupFile);
    expect(again.exitCode).toBe(0);
    expect(again.lines.filter((line) => line.startsWith('account'))).toHaveLength(2);
    expect(await everything(db)).toMatchObject({ cycle: 1, card: 49, submission: 495, person: 2 });
  });
});

describe('a first start without demo', () => {
  let db: TestDatabase;
  beforeAll(async () => { db = await createTestDatabase({ cast: false }); });
  afterAll(async () => { await db.close(); });

  it.each([
    [['--import', join(folder, 'none.txt')], 'ファイルを読めません'],
    [['--import'], '値がありません'],
    [['--setup', setupFile], '--import と一緒に'],
    [['--empty', '--undo-import'], '一緒に使えません'],
    [['--demo'], 'わかりません'],
    [['--undo-import'], 'import/none'],
  ])('says what is wrong with %j and leaves the house empty', async (args, words) => {
    const refused = await starting(db, ...args);
    expect(refused.exitCode).toBe(1);
    expect(refused.lines.join('\n')).toContain(words);
    expect((await everything(db)).organisation).toBe(0);
  });

  it('refuses a file that is no sheet, and a setup with mistakes, and stays a first start', async () => {
    const novel = join(folder, 'novel.txt');
    writeFileSync(novel, 'ある朝、目を覚ますと雨だった。\n'.repeat(20));
    const refused = await starting(db, '--import', novel);
    expect(refused.exitCode).toBe(1);
    expect(refused.lines[0]).toMatch(/^sheet\//);
    const setup = join(folder, 'setup.csv');
    writeFileSync(setup, readFileSync(setupFile, 'utf8').replace('*', '南区'));
    const wrong = await starting(db, '--import', sheetFile, '--setup', setup);
    expect(wrong.lines).toEqual([expect.stringContaining('import/setup-invalid'), '  2行目 「南区」という区はありません。']);
    expect(await everything(db)).toMatchObject({ person: 0, cycle: 0 });
  });

  it('imports the file and makes one 管理者 and one 事務局 who must change their passwords', async () => {
    const done = await starting(db, '--import', sheetFile, '--setup', setupFile);
    expect(done).toMatchObject({ exitCode: 0, serve: true });
    expect(done.lines).toContain('確かめるところ 14件');
    expect(done.lines.filter((line) => /^ {2}\d+行目 [a-z-]+\/[a-z-]+ /.test(line))).toHaveLength(14);
    const accounts = done.lines.filter((line) => line.startsWith('account')).map((line) => line.split('\t'));
    expect(accounts.map(([, role]) => role)).toEqual(['管理者', '事務局']);
    expect(new Set(accounts.map(([, , , password]) => password)).size).toBe(2);
    const people = await db.em().find(PersonEntity, {});
    expect(people.map(({ mustChangePassword }) => mustChangePassword)).toEqual([true, true]);
    expect(await everything(db)).toMatchObject({ card: 49, submission: 495, comment: 0 });
    expect((await starting(db)).lines).toEqual([]);
    expect((await starting(db, '--undo-import')).exitCode).toBe(0);
    expect((await starting(db, '--undo-import')).lines[0]).toContain('import/none');
  });
});
