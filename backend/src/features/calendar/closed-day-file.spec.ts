import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROBLEMS } from '@furikaeri/contracts';
import { aCycle } from '../../../../test/kit/builders.ts';
import { actingOn, refusalOf } from '../../../../test/kit/act.ts';
import { kitaStaff, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { downloadClosedDays } from './queries/download-closed-days.ts';
import { previewClosedDays } from './queries/preview-closed-days.ts';
import { readClosedDayFile } from './read-closed-day-file.ts';
import { importClosedDays } from './use-cases/import-closed-days.ts';
import { putClosedDay } from './use-cases/put-closed-day.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 日付,名前 / 2025-05-20,市の休日 as Excel of Windows writes it. */
const CP932 = Uint8Array.from([0x93, 0xfa, 0x95, 0x74, 0x2c, 0x96, 0xbc, 0x91, 0x4f, 0x0d, 0x0a, ...utf8('2025/5/20,'), 0x8e, 0x73, 0x82, 0xcc, 0x8b, 0x78, 0x93, 0xfa, 0x0d, 0x0a]);

describe('a file of 閉庁日', () => {
  it('is read in the ways in which people write days', () => {
    expect(readClosedDayFile(utf8('日付,名前\r\n2025-05-06,振替休日\r\n2025/5/20,"市の, 休日"\r\n令和7年8月12日,夏季\r\n20251229,年末年始\r\n'))).toEqual({
      days: [{ date: '2025-05-06', name: '振替休日' }, { date: '2025-05-20', name: '市の, 休日' }, { date: '2025-08-12', name: '夏季' }, { date: '2025-12-29', name: '年末年始' }],
      unread: [],
    });
  });

  it('is read with and without BOM, with and without a head, and in CP932', () => {
    const days = [{ date: '2025-05-20', name: '市の休日' }];
    expect(readClosedDayFile(utf8('\uFEFF国民の祝日・休日月日,国民の祝日・休日名称\n2025/5/20,市の休日')).days).toEqual(days);
    expect(readClosedDayFile(utf8('2025-05-20,市の休日')).days).toEqual(days);
    expect(readClosedDayFile(CP932)).toEqual({ days, unread: [] });
  });

  it('reports the lines that say no day, a first one too that was meant as one', () => {
    expect(readClosedDayFile(utf8('2025/13/1,誤り\n2025-05-20,市の休日\n未定,夏季\n2025-02-30,ない日')).unread).toEqual([
      { line: 1, text: '2025/13/1,誤り', why: 'no_day' }, { line: 3, text: '未定,夏季', why: 'no_day' }, { line: 4, text: '2025-02-30,ない日', why: 'no_day' },
    ]);
  });

  it('reports a year that is a slip of the keyboard, as the import would refuse it', () => {
    expect(readClosedDayFile(utf8('2199-12-31,休日\n9999-12-31,休日\n1899/12/31,休日'))).toEqual({
      days: [{ date: '2199-12-31', name: '休日' }], unread: [{ line: 2, text: '9999-12-31,休日', why: 'odd_year' }, { line: 3, text: '1899/12/31,休日', why: 'odd_year' }],
    });
  });

  it('reports a weekend, which is closed anyway, unless it is 祝日, 年末年始 or in the table already', () => {
    const text = utf8('2025-05-24,土曜\n2025-05-03,憲法記念日\n2027-01-02,年末年始\n2025-05-25,日曜');
    expect(readClosedDayFile(text)).toEqual({
      days: [{ date: '2025-05-03', name: '憲法記念日' }, { date: '2027-01-02', name: '年末年始' }],
      unread: [{ line: 1, text: '2025-05-24,土曜', why: 'weekend' }, { line: 4, text: '2025-05-25,日曜', why: 'weekend' }],
    });
    expect(readClosedDayFile(text, new Set(['2025-05-24', '2025-05-25'])).unread).toEqual([]);
  });

  it('of a day written twice takes the later line, names what has no name, and cleans what hides in one', () => {
    expect(readClosedDayFile(utf8('2025-05-20,はじめ\n2025-05-20,あと\n2025-05-21\n2025-05-22,"改\u202E\n行"\n2025-05-23,\'=1+1')).days.map(({ name }) => name)).toEqual(['あと', '閉庁日', '改行', '=1+1']);
    expect(readClosedDayFile(utf8(`2025-05-20,${'あ'.repeat(120)}`)).days[0]?.name).toHaveLength(100);
  });

  it('of more lines than are taken in at once is refused before it is read', async () => {
    const lines = (count: number) => refusalOf(Promise.resolve().then(() => readClosedDayFile(utf8('1a\n'.repeat(count)))));
    expect(await lines(5001)).toMatchObject({ code: 'closed-day/no-days', detail: expect.stringContaining('5000行まで') });
    expect(readClosedDayFile(utf8('1a\n'.repeat(5000))).unread).toHaveLength(5000);
  });

  it('that is empty or no text is refused with what to do', async () => {
    const reading = (bytes: Uint8Array) => refusalOf(Promise.resolve().then(() => readClosedDayFile(bytes)));
    expect(await reading(utf8('  \n'))).toMatchObject({ code: 'closed-day/no-days' });
    for (const bytes of [Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]), Uint8Array.from([0x81, 0x20, 0xff, 0xfe, 0x80]), utf8('2025-05-20,市の\u0000休日')]) {
      const refusal = await reading(bytes);
      expect(refusal.code).toBe('closed-day/unreadable');
      expect(refusal.detail).toBeUndefined();
    }
    expect(PROBLEMS['closed-day/unreadable'].ja).toContain('CSV（UTF-8 か Shift_JIS）で保存し直してください');
    expect(() => readClosedDayFile(utf8('\u0000'))).toThrow(ProblemError);
  });
});

describe('the preview and the file', () => {
  let db: TestDatabase;
  let act: ReturnType<typeof actingOn>;
  beforeAll(async () => {
    db = await createTestDatabase();
    act = actingOn(db);
    await aCycle().build(db);
    for (const [date, name] of [['2025-05-06', '振替休日'], ['2025-08-12', '=夏季'], ['2024-08-12', '去年']] as const) await act(secretariat, putClosedDay, { date, name });
  });
  afterAll(() => db.close());
  const preview = (text: string, by = secretariat, removeMissing = false) => previewClosedDays(db.em(), by, '2025-05-14', utf8(text), removeMissing);

  it('say what would be added, renamed and missing, and which deadlines would move, and change nothing', async () => {
    const asked = 'date,name\n2025-05-20,市の休日\n2025-05-06,こどもの日の振替\nいつか,?';
    const seen = await preview(asked);
    expect(seen).toEqual({
      days: [{ date: '2025-05-06', name: 'こどもの日の振替' }, { date: '2025-05-20', name: '市の休日' }],
      added: [{ date: '2025-05-20', name: '市の休日', source: 'own' }], renamed: [{ date: '2025-05-06', name: 'こどもの日の振替', source: 'holiday', before: '振替休日' }],
      missing: [{ date: '2025-08-12', name: '=夏季', source: 'own' }], unread: [{ line: 4, text: 'いつか,?', why: 'no_day' }],
      moved: [{ what: 'ward', fiscalYear: 2024, from: '2025-05-20', to: '2025-05-21', count: 1 }, { what: 'bureau', fiscalYear: 2024, from: '2025-05-20', to: '2025-05-21', count: 1 }],
      missedCases: [],
    });
    expect(await preview(asked)).toEqual(seen);
  });

  it('are refused where no line says a day, and to all but 事務局', async () => {
    expect(await refusalOf(preview('日付,名前\nいつか,夏季'))).toMatchObject({ code: 'closed-day/no-days', fields: [{ path: '2行目', message: 'いつか,夏季' }] });
    expect((await refusalOf(preview('日付,名前'))).code).toBe('closed-day/no-days');
    expect((await refusalOf(preview('2025-05-20,休み', kitaStaff))).code).toBe('permission/denied');
    expect((await refusalOf(downloadClosedDays(db.em(), kitaStaff, '2025-05-14', {}))).code).toBe('permission/denied');
  });

  it('refuse weekends, in a file of nothing else and in an import of any', async () => {
    expect(await refusalOf(preview('日付,名前\n2025-05-24,土曜'))).toMatchObject({ code: 'closed-day/weekend', fields: [{ path: '2行目', message: '2025-05-24,土曜' }] });
    expect((await refusalOf(preview('2025-05-24,土曜\nいつか,夏季'))).code).toBe('closed-day/no-days');
    const days = [{ date: '2025-05-24', name: '土曜' }, { date: '2025-07-01', name: '点検' }];
    expect((await refusalOf(act(secretariat, importClosedDays, { days, removeMissing: false }))).code).toBe('closed-day/weekend');
    expect(await preview('2025-05-24,土曜\n2025-07-01,点検')).toMatchObject({ days: [{ date: '2025-07-01' }], added: [{ date: '2025-07-01' }], unread: [{ line: 1, why: 'weekend' }] });
  });

  it('go out in either encoding, guarded against formulas, and come in again unchanged', async () => {
    const file = await downloadClosedDays(db.em(), secretariat, '2025-05-14', {});
    expect(file).toMatchObject({ name: '閉庁日_2025-05-14.csv', type: 'text/csv; charset=utf-8' });
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes)).toBe("\uFEFF日付,名前\r\n2024-08-12,去年\r\n2025-05-06,振替休日\r\n2025-08-12,'=夏季\r\n");
    const windows = await downloadClosedDays(db.em(), secretariat, '2025-05-14', { encoding: 'cp932' });
    expect(windows.type).toBe('text/csv; charset=windows-31j');
    expect(new TextDecoder('shift_jis').decode(windows.bytes)).toContain('2025-05-06,振替休日');
    for (const { bytes } of [file, windows]) {
      expect(await previewClosedDays(db.em(), secretariat, '2025-05-14', bytes)).toMatchObject({ added: [], renamed: [], missing: [], unread: [], moved: [] });
    }
  });

  it('show where deadlines go when what the file does not name is taken out as well, and which plan that breaks', async () => {
    const id = (await aCycle().wardsUntil('2025-05-19').with({ checkDeadline: '2025-06-24', conferenceOn: '2025-06-27' }).build(db)).id;
    await act(secretariat, putClosedDay, { date: '2025-05-20', name: '点検' });
    await db.em().execute(`update cycle set check_deadline = '2025-06-24', conference_on = '2025-06-27' where id = ?`, [id]);
    const asked = '2025-05-19,休み\n2025-06-24,休み';
    const goesTo = async (removeMissing: boolean) => (await preview(asked, secretariat, removeMissing)).moved.find(({ what, from }) => what === 'ward' && from === '2025-05-19')?.to;
    expect([await goesTo(false), await goesTo(true)]).toEqual(['2025-05-21', '2025-05-20']);
    const { days, missedCases } = await preview(asked, secretariat, true);
    expect(missedCases).toEqual([{ cycleId: id, fiscalYear: 2024, checkDeadline: '2025-06-25', casesOn: '2025-06-23' }]);
    const done = await act(secretariat, importClosedDays, { days, removeMissing: true });
    expect(done.missedCases).toEqual(missedCases);
    expect(done.moved).toContainEqual({ what: 'ward', fiscalYear: 2024, from: '2025-05-19', to: '2025-05-20', count: 1 });
    await db.em().execute('delete from cycle where id = ?', [id]);
  });

  it('what the preview showed is what comes in', async () => {
    const { days, added } = await preview('2025-06-30,点検');
    const { days: table } = await act(secretariat, importClosedDays, { days, removeMissing: false });
    expect(table).toEqual(expect.arrayContaining(added));
  });
});
