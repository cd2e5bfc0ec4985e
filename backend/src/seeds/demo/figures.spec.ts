import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type AnswerContent, type Indicator, meetsTarget, missingToTarget } from '@furikaeri/model';
import { parseSheet } from '@furikaeri/sheet';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actingOn, brokenLaws } from '../../../../test/kit/act.ts';
import { bureauStaff, kitaApprover, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { CardEntity } from '../../features/cards/index.ts';
import { applyImport, systemActor } from '../../features/exchange/index.ts';
import { listFindings } from '../../features/lint/queries/list-findings.ts';
import { SubmissionEntity } from '../../features/submissions/index.ts';
import { editSubmission } from '../../features/submissions/use-cases/edit-submission.ts';
import { submitSubmission } from '../../features/submissions/use-cases/submit-submission.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { officeAnswer, wardAnswers } from './answers.ts';
import { SCENE } from './scene.ts';

const fixture = (name: string) => new URL(`../../../../packages/sheet/fixtures/${name}`, import.meta.url);
const real = process.env.REAL_SHEET;
const sheets: [string, string | URL][] = [['our own sheet', fixture('review-sheet-r6.txt')], ...(real ? [['the real sheet', real] as [string, string]] : [])];

/** The whole road of DOMAIN 2.2: import the sheet, let all wards and 局 answer by the commands people use, read the figures. */
describe.each(sheets)('the figures of %s come out of the answers', (_name, file) => {
  let db: TestDatabase;
  let cards: Map<string, CardEntity>;
  const card = (code: string): CardEntity => {
    const found = cards.get(code);
    if (found === undefined) throw new Error(`No card ${code}`);
    return found;
  };
  const indicatorOf = (code: string): Indicator => {
    const { indicator } = card(code);
    if (indicator == null) throw new Error(`${code} has no indicator`);
    return indicator;
  };
  const gapOf = (code: string): string | null => {
    const { target } = indicatorOf(code);
    const value = card(code).figure?.value;
    return target === undefined || value == null ? null : missingToTarget(value, target);
  };

  beforeAll(async () => {
    db = await createTestDatabase();
    const bytes = readFileSync(file);
    const { cycleId } = await db.runner.run(applyImport, await systemActor(db.em()), {
      commandId: newId(), planName: '計画', fileName: 'sheet.txt', sha256: createHash('sha256').update(bytes).digest('hex'),
      sheet: parseSheet(bytes), setup: readFileSync(fixture('setup-r6.csv'), 'utf8'), schedule: null,
    });
    await everybodyAnswers(db, cycleId);
    cards = new Map((await db.em().find(CardEntity, { cycleId })).map((one) => [one.code, one]));
  }, 180_000);
  afterAll(() => db.close());

  it('every asked answer is in, and card and answers agree', async () => {
    const live = [...cards.values()].filter(({ kind }) => kind === 'live');
    expect(live).toHaveLength(35);
    for (const one of live) {
      expect([one.code, one.stage, one.figure?.unanswered]).toEqual([one.code, 'ward_submitted', 0]);
      expect([one.code, await brokenLaws(db, one.id)]).toEqual([one.code, []]);
    }
  });

  it.each([
    ['1-(1)-1', '323', '326'], ['1-(1)-2', '176', null], ['1-(1)-3a', '16', '24'], ['1-(1)-3b', '22', '24'], ['2-(2)-13b', '24', '24'], ['2-(2)-14', '11', '24'],
    ['3-(1)-15c', '59.7', '60000'], ['3-(1)-16a', '9', '24'], ['3-(1)-16b', '9', '24'], ['3-(1)-16c', '24', '24'], ['3-(1)-17b', '24', '24'], ['3-(1)-17d', '24', '24'],
    ['3-(1)-18a', '23', '23'], ['3-(1)-18b', '326', null], ['3-(1)-18c', '23', '24'], ['3-(1)-19a', '1794', null], ['3-(1)-19b', '15044', '17000'],
    ['3-(1)-19c', '25.5', null], ['3-(2)-20b', '24', '24'], ['3-(2)-21a', '24', '24'], ['3-(3)-22d', '24', '24'], ['4-(1)-23', '276', null], ['3-(1)-17a', '4', null],
  ])('%s: %s / %s', (code, value, denominator) => {
    expect(card(code).figure).toMatchObject({ value, denominator });
  });

  it('agree with what the form prints wherever it prints a number of the same unit', () => {
    const printed = [...cards.values()].flatMap(({ code, figure }) => {
      const number = new RegExp(`^約?([\\d,.]+)${figure?.unit ?? ''}(/|$)`, 'u').exec(figure?.printed ?? '')?.[1]?.replace(/,/gu, '');
      return number === undefined ? [] : [[code, number, figure?.value]];
    });
    expect(printed.length).toBeGreaterThanOrEqual(19);
    for (const [code, onTheForm, computed] of printed) expect([code, computed]).toEqual([code, onTheForm]);
  });

  it('18c: 23 of 24, and the last ward says when', async () => {
    const [left, ...others] = (await db.em().find(SubmissionEntity, { cardId: card('3-(1)-18c').id })).filter(({ submitted }) => submitted?.answer === 'no');
    expect(others).toEqual([]);
    expect(left?.submitted).toMatchObject({ expected: '令和7年4月' });
    expect([gapOf('3-(1)-18c'), indicatorOf('3-(1)-18c').note]).toEqual(['1', '令和7年度実施予定1区']);
  });

  it("20b is 7 + 17 and 21a 12 + 12, out of the 局's table of 24 dates", () => {
    expect(card('3-(2)-20b').figure).toMatchObject({ asked: 1, steps: [{ month: '2024-09', count: 7 }, { month: '2025-02', count: 17 }], isWhole: true, printed: '7区＋17区' });
    expect(card('3-(2)-21a').figure).toMatchObject({ asked: 1, steps: [{ month: '2024-11', count: 12 }, { month: '2025-02', count: 12 }], isWhole: true });
    expect(card('3-(2)-20b').strip).toBe('y'.repeat(24));
  });

  it('row 4: 9 of 24 wards reached +10 points, 大正区 with exactly 10.0; the stated mean stays beside the computed one', () => {
    expect(card('1-(1)-4').figure).toMatchObject({ value: '9', denominator: '24', yes: 9, no: 15, means: { baseline: '48.29', current: '57.03' } });
    // 北, 福島, 此花, 大正, 東淀川, 生野, 旭, 住之江 and 住吉 in the official order.
    expect(card('1-(1)-4').strip).toBe('ynyynnnynnnnynyynnnyynnn');
    expect(indicatorOf('1-(1)-4')).toMatchObject({ threshold: '10', baseline: { fiscalYear: 2022, value: '48.7' } });
    expect(gapOf('1-(1)-4')).toBe('15');
  });

  it('59.7 % is Σ / Σ, 17a has its parts, 23 adds up, and 18a leaves its 対象外 out', () => {
    expect(card('3-(1)-15c').figure).toMatchObject({ numerator: '35820', denominator: '60000', value: '59.7', isWhole: false });
    expect(card('3-(1)-17a').figure?.parts).toEqual([{ name: '死亡事例', value: '3' }, { name: '重症事例', value: '1' }]);
    expect(card('4-(1)-23').figure).toMatchObject({ addsUp: true, parts: [{ value: '6' }, { value: '233' }, { value: '37' }] });
    expect(card('3-(1)-18a').figure).toMatchObject({ asked: 24, notApplicable: 1 });
    const { target } = indicatorOf('3-(1)-18a');
    expect(target !== undefined && meetsTarget(card('3-(1)-18a').figure?.value ?? '0', target)).toBe(true);
  });

  it('the 整合チェック contradicts no printed number, and takes the same 9区 of 16a and 16b for confirmed', async () => {
    const { findings } = await listFindings(db.em(), secretariat, { cycleId: card('1-(1)-1').cycleId });
    const told = (state: string): string[] => findings.filter((one) => one.state === state).map(({ rule, codes }) => [rule, ...codes].join(' '));
    expect(told('hit')).toHaveLength(16);
    expect(told('hit').filter((one) => /^(printed-number-differs|same-figure-in-neighbours)/u.test(one))).toEqual([]);
    expect(told('pass')).toEqual(['same-figure-in-neighbours 3-(1)-16a 3-(1)-16b', ...['3-(1)-18c', '3-(2)-20b', '3-(2)-21a', '4-(1)-23'].map((code) => `parts-add-up ${code}`)]);
  });

  it('a text has no figure, and says so', () => {
    for (const code of ['1-(2)ア-8', '1-(2)イ-9', '1-(2)ウ-11', '3-(1)-15a', '3-(2)-20a', '3-(3)-22b', '4-(1)-24']) {
      expect([code, card(code).figure?.value, indicatorOf(code).kind]).toEqual([code, null, 'text_only']);
      expect(indicatorOf(code).withoutFigure).toMatch(/文で答えます。$/u);
    }
  });
});

async function everybodyAnswers(db: TestDatabase, cycleId: string): Promise<void> {
  const act = actingOn(db);
  const wards = await db.em().execute<{ id: string; name: string }[]>(`select id, name from organisation where kind = 'ward' order by sort`);
  const names = wards.map(({ name }) => name);
  const nameOf = new Map(wards.map(({ id, name }) => [id, name]));
  const cards = await db.em().find(CardEntity, { cycleId, kind: 'live' }, { orderBy: { sort: 'asc' } });
  const answering = async ({ id, code, indicator, wardTable }: CardEntity): Promise<void> => {
    if (indicator == null) throw new Error(`${code} has no indicator`);
    const byWard = wardAnswers({ code, indicator, wardTable: wardTable ?? null }, SCENE[code] ?? { stage: 'draft' }, names);
    for (const answer of await db.em().find(SubmissionEntity, { cardId: id })) {
      const name = nameOf.get(answer.organisationId);
      const content: AnswerContent | undefined = name === undefined ? officeAnswer(code, indicator, wards.map((ward) => ward.id)) : byWard.get(name);
      const by = { ...(name === undefined ? bureauStaff : kitaApprover), organisationId: answer.organisationId };
      const written = await act(by, editSubmission, { submissionId: answer.id, expectedVersion: answer.draftVersion, content });
      await act(by, submitSubmission, { submissionId: answer.id, expectedVersion: written.version });
    }
  };
  // Several people at work on different cards, as on the last day of the 照会.
  const waiting = [...cards];
  const lane = async (): Promise<void> => { for (let card = waiting.shift(); card !== undefined; card = waiting.shift()) await answering(card); };
  await Promise.all([lane(), lane(), lane(), lane()]);
}
