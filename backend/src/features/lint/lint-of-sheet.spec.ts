import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listFindings as contract, type LintFindingView } from '@furikaeri/contracts';
import { parseSheet } from '@furikaeri/sheet';
import { secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { applyImport, systemActor, undoImport } from '../exchange/index.ts';
import { listFindings } from './queries/list-findings.ts';

const fixture = new URL('../../../../packages/sheet/fixtures/review-sheet-r6.txt', import.meta.url);
const setupFile = readFileSync(new URL('../../../../packages/sheet/fixtures/setup-r6.csv', import.meta.url), 'utf8');
const real = process.env['REAL_SHEET'];
const sheets: [string, string | URL][] = [['our own sheet', fixture], ...(real ? [['the real sheet', real] as [string, string]] : [])];

/** The fourteen contradictions of DOMAIN 2.6; 9, 11 and 14 concern two rows each. */
const HITS = [
  'completed-before-target 1-(1)-2', 'stated-mean-differs 1-(1)-4', 'same-goal-different-count 1-(1)-3b 2-(2)-13b', 'issue-equals-next-step 1-(2)イ-9',
  'goal-without-figure 2-(1)-12a', 'quoted-text-not-found 2-(2)-13a', 'nothing-left-in-progress 2-(2)-13b', 'overdue-unexplained 3-(1)-15a',
  'same-figure-in-neighbours 3-(1)-16a 3-(1)-16b', 'done-but-in-progress 3-(1)-17b', 'stale-figure 3-(1)-17c', 'done-but-in-progress 3-(1)-17d',
  'completed-though-not-all 3-(1)-18c', 'stale-figure 3-(1)-19c', 'issue-equals-next-step 3-(2)-20a', 'cell-repeats-neighbour 3-(3)-22c', 'nothing-left-in-progress 3-(3)-22d',
];
const SUMS = ['3-(1)-18c 23+1', '3-(2)-20b 7+17', '3-(2)-21a 12+12', '4-(1)-23 6+233+37'];

let db: TestDatabase;
beforeAll(async () => { db = await createTestDatabase(); });
afterAll(() => db.close());

describe.each(sheets)('the 整合チェック of %s once it is imported', (_name, file) => {
  let findings: LintFindingView[];
  const told = (state: LintFindingView['state']): LintFindingView[] => findings.filter((finding) => finding.state === state);
  beforeAll(async () => {
    const bytes = readFileSync(file);
    const { cycleId } = await db.runner.run(applyImport, await systemActor(db.em()), {
      commandId: newId(), planName: '計画', fileName: 'sheet.txt', sha256: createHash('sha256').update(bytes).digest('hex'), sheet: parseSheet(bytes), setup: setupFile, schedule: null,
    });
    ({ findings } = contract.output.parse(await listFindings(db.em(), secretariat, { cycleId })));
  });
  afterAll(async () => { await db.runner.run(undoImport, await systemActor(db.em()), { commandId: newId() }); });

  it('finds the fourteen contradictions and nothing else', () => {
    expect(told('hit').map(({ rule, codes }) => [rule, ...codes].join(' ')).toSorted()).toEqual(HITS.toSorted());
    expect(told('hit').every(({ acknowledged }) => acknowledged === null)).toBe(true);
  });

  it('shows the four sums that hold, behind the contradictions', () => {
    expect(told('pass').map(({ codes, facts }) => `${codes.join(' ')} ${facts['parts']}`)).toEqual(SUMS);
    expect(findings.map(({ state }) => state)).toEqual([...HITS.map(() => 'hit'), ...SUMS.map(() => 'pass')]);
  });
});
