import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addComment, changePassword, openBoard, readWorkplace, type CycleId } from '../../packages/contracts/src/index.ts';
import { newId } from '../../backend/src/platform/commands/new-id.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../kit/empty-database.ts';
import { runProduct, runProgram, startProduct } from '../kit/product.ts';

jest.setTimeout(120_000);

const sheet = fileURLToPath(new URL('../../packages/sheet/fixtures/review-sheet-r6.txt', import.meta.url));
const setup = fileURLToPath(new URL('../../packages/sheet/fixtures/setup-r6.csv', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'furikaeri-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every word a start may be followed by, against the built product as a process of its own. */
describe('npm start --', () => {
  let database: EmptyDatabase;
  beforeEach(async () => { database = await createEmptyDatabase(); });
  afterEach(async () => { await database.drop(); });

  const start = (...args: string[]) => startProduct(database.settings, args);
  const refused = async (...args: string[]) => {
    const { code, out, err } = await runProduct(database.settings, args);
    expect([code, out]).toEqual([1, '']);
    return err;
  };
  const counts = async () => (await database.ask<Record<string, number>>(
    `select (select count(*) from person)::int as people, (select count(*) from cycle)::int as cycles, (select count(*) from card)::int as cards,
            (select count(*) from submission)::int as answers, (select count(*) from comment)::int as comments`,
  ))[0];

  it('--empty loads no demo and prints one 管理者 and one 事務局, whose passwords are their own and must be changed', async () => {
    const product = await start('--empty');
    expect(product.accounts.map(({ role, login }) => [role, login])).toEqual([['管理者', 'kanri'], ['事務局', 'jimukyoku']]);
    expect(new Set(product.accounts.map(({ password }) => password)).size).toBe(2);
    const office = await product.as('jimukyoku');
    expect((await office.call(readWorkplace, {})).cycles).toEqual([]);
    const next = 'あたらしい-合言葉-2026';
    await office.call(changePassword, { commandId: newId(), current: product.account('jimukyoku').password, next });
    expect(await counts()).toEqual({ people: 2, cycles: 0, cards: 0, answers: 0, comments: 0 });
    expect(await product.stop()).toMatchObject({ code: 0, err: '' });
    // The second start says where it is, and nothing of passwords.
    const second = await start();
    expect(second.accounts).toEqual([]);
    expect(await counts()).toMatchObject({ people: 2, cycles: 0 });
    await second.stop();
  });

  it('--import prints counts and findings; the same year again is refused and the way out named; then it is taken back', async () => {
    const first = await start('--import', sheet, '--setup', setup);
    expect(first.lines).toEqual(expect.arrayContaining(['49行：審査する行 35（実施中 30・完了 5）、完了済み 8、再掲・同様 6', '区へ照会する行 20、回答 495件', '確かめるところ 14件']));
    expect(first.lines.filter((line) => /^ {2}\d+行目 [a-z-]+\/[a-z-]+ /.test(line))).toHaveLength(14);
    expect(first.accounts.map(({ role }) => role)).toEqual(['管理者', '事務局']);
    const office = await first.as('jimukyoku');
    const [cycle] = (await office.call(readWorkplace, {})).cycles;
    expect(cycle).toMatchObject({ fiscalYear: 2024, phase: 'collection' });
    expect(await first.stop()).toMatchObject({ code: 0, err: '' });

    const before = await counts();
    expect(before).toMatchObject({ people: 2, cycles: 1, cards: 49, answers: 495 });
    const again = await refused('--import', sheet);
    expect(again).toContain('cycle/already-open');
    expect(again).toContain('--plan');
    expect(await counts()).toEqual(before);

    const other = await start('--import', sheet, '--plan', '別の計画');
    expect(other.lines[0]).toContain('別の計画');
    expect(other.accounts).toEqual([]);
    await other.stop();
    expect(await counts()).toMatchObject({ people: 2, cycles: 2, cards: 98 });

    const undone = await runProduct(database.settings, ['--undo-import']);
    expect(undone).toMatchObject({ code: 0, err: '', out: '取り込みを取り消しました：別の計画 令和6年度末（49行）\n' });
    expect(await counts()).toEqual(before);
    expect((await runProduct(database.settings, ['--undo-import'])).code).toBe(0);
    expect(await refused('--undo-import')).toContain('import/none');
  });

  it('--undo-import is refused with a list once somebody has worked in it', async () => {
    const product = await start('--import', sheet);
    const office = await product.as('jimukyoku');
    const next = 'あたらしい-合言葉-2026';
    await office.call(changePassword, { commandId: newId(), current: product.account('jimukyoku').password, next });
    const cycleId = (await office.call(readWorkplace, {})).cycles[0]?.id as CycleId;
    const card = (await office.call(openBoard, { cycleId })).cards.find(({ code }) => code === '3-(1)-16a');
    if (!card) throw new Error('no card 16a');
    await office.call(addComment, { commandId: newId(), cardId: card.id, submissionId: null, text: '確かめます。' });
    await product.stop();
    const said = await refused('--undo-import');
    expect(said).toContain('cycle/in-use');
    expect(said).toContain('3-(1)-16a');
    expect(await counts()).toMatchObject({ cycles: 1, cards: 49, comments: 1 });
  });

  it('what cannot be read or understood is refused with its reason, and the house stays empty', async () => {
    const novel = join(folder, 'novel.txt');
    writeFileSync(novel, 'ある朝、窓を開けると海が見えた。\n'.repeat(30));
    const binary = join(folder, 'binary.txt');
    writeFileSync(binary, Buffer.from([0, 159, 146, 150, 255, 0, 1, 2]));
    expect(await refused('--import', novel)).toMatch(/^sheet\/\S+：\d+行目 /);
    expect(await refused('--import', binary)).toMatch(/^sheet\/\S+：/);
    expect(await refused('--import', join(folder, 'nothing.txt'))).toContain('ファイルを読めません');
    expect(await refused('--import')).toContain('値がありません');
    expect(await refused('--demo')).toContain('使い方');
    expect(await refused('--empty', '--undo-import')).toContain('一緒に使えません');
    expect(await counts()).toEqual({ people: 0, cycles: 0, cards: 0, answers: 0, comments: 0 });
  });

  it('a taken port ends the start with the way out', async () => {
    const product = await start('--empty');
    const { code, err } = await runProduct({ ...database.settings, PORT: new URL(product.address).port }, []);
    expect([code, err]).toEqual([1, expect.stringContaining('PORT=')]);
    expect(await product.stop()).toMatchObject({ code: 0 });
  });
});

describe('a process of a deployment', () => {
  it.each(['migrate', 'main', 'worker'] as const)('%s says in one sentence what it misses, and ends', async (program) => {
    const { code, out, err } = await runProgram(program, { PORT: '3000' });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^DATABASE_URL is missing[^\n]*\n$/);
  });

  it('a database that does not answer is named, and debug says more', async () => {
    const away = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    expect((await runProgram('migrate', away)).err).toMatch(/^[^\n]*ECONNREFUSED 127\.0\.0\.1:1\n$/);
    expect((await runProgram('migrate', { ...away, LOG_LEVEL: 'debug' })).err).toMatch(/ECONNREFUSED[\s\S]*\n\s+at /);
  });
});
