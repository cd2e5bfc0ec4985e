import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { listTemplates as listContract, readTemplateHistory as historyContract, saveTemplate as saveContract } from '@furikaeri/contracts';
import { HOUSE_TEXTS, MAIL_LANGUAGES, TEMPLATE_KINDS } from '@furikaeri/model';
import { actingOn, refusalOf } from '../../../../test/kit/act.ts';
import { startTestApi, type TestApi } from '../../../../test/kit/api.ts';
import { cast, secretariat } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { listTemplates, readTemplateHistory } from './queries/list-templates.ts';
import { loadTemplates } from './load-templates.ts';
import { saveTemplate } from './use-cases/save-template.ts';

let db: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startTestApi(db);
});
afterEach(() => db.em().execute('delete from mail_template'));
afterAll(async () => {
  await api.close();
  await db.close();
});

const words = { subject: '回答のお願い', body: '{{宛名}} 様\n\n{{一覧}}' };
const save = (more: object = {}, commandId = newId()) =>
  actingOn(db)(secretariat, saveTemplate, { commandId, kind: 'owed_after', language: 'ja', expectedVersion: 0, note: '短くした', ...words, ...more });
const list = async () => listContract.output.parse(await listTemplates(db.em(), secretariat));
const history = async () => historyContract.output.parse(await readTemplateHistory(db.em(), secretariat, { kind: 'owed_after', language: 'ja' })).versions;

it('before anybody wrote one, every 文面 is the product’s own, with the variables of its kind', async () => {
  const { templates, variables } = await list();
  expect(templates).toEqual(TEMPLATE_KINDS.flatMap((kind) => MAIL_LANGUAGES.map((language) => ({ kind, language, ...HOUSE_TEXTS[language][kind], version: 0, note: '', by: null, at: null }))));
  expect(variables.filter(({ kind, required }) => kind === 'notice' && required)).toEqual([expect.objectContaining({ name: '一覧', isBlock: true })]);
  expect(await loadTemplates(db.em())).toEqual(HOUSE_TEXTS);
});

it('a new version is used from now on; the old ones stay to be read, and an old one is taken up again by saving its words', async () => {
  const saved = await save();
  expect(saved).toEqual({ kind: 'owed_after', language: 'ja', version: 1, ...words, note: '短くした', by: secretariat.doer, at: db.clock.now().toISOString() });
  expect((await loadTemplates(db.em())).ja.owed_after).toEqual(words);
  expect((await loadTemplates(db.em())).en.owed_after).toEqual(HOUSE_TEXTS.en.owed_after);
  expect((await list()).templates.find(({ kind, language }) => kind === 'owed_after' && language === 'ja')).toEqual(saved);

  await save({ ...HOUSE_TEXTS.ja.owed_after, expectedVersion: 1, note: '元に戻す' });
  expect((await history()).map(({ version, note, subject, by }) => [version, note, subject, by?.name ?? null])).toEqual([
    [2, '元に戻す', HOUSE_TEXTS.ja.owed_after.subject, '大野 恵'], [1, '短くした', '回答のお願い', '大野 恵'], [0, '', HOUSE_TEXTS.ja.owed_after.subject, null],
  ]);
  const [line] = await db.em().execute<{ before: object; after: object }[]>(`select before, after from command_log where name = 'template.save' order by at desc, id desc limit 1`);
  expect(line).toMatchObject({ before: words, after: { version: 2 } });
});

it('of two people who save at once one is told what the other wrote; the same command twice is one version', async () => {
  const commandId = newId();
  const [a, b] = await Promise.all([save({}, commandId), save({}, commandId)]);
  expect(a).toEqual(b);
  const both = await Promise.allSettled([save({ expectedVersion: 1, note: 'x' }), save({ expectedVersion: 1, note: 'y' })]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await history()).map(({ version }) => version)).toEqual([2, 1, 0]);
  expect(await refusalOf(save({ expectedVersion: 1 }))).toMatchObject({ code: 'template/changed-meanwhile', current: { version: 2 } });
  expect(await refusalOf(save({ expectedVersion: 7 }))).toMatchObject({ code: 'template/changed-meanwhile', current: { version: 2 } });
});

it.each([
  ['template/unknown-variable', { body: '{{一覧}} {{日数}}' }, [{ path: 'body', message: '日数' }]],
  ['template/unknown-variable', { subject: '{{画面}}', body: '{{一覧' }, [{ path: 'subject', message: '画面' }, { path: 'body', message: '{{' }, { path: 'body', message: '一覧' }]],
  ['template/list-missing', { body: 'お願いします。' }, [{ path: 'body', message: '一覧' }]],
] as const)('%s is refused with what to mend, and nothing is kept', async (code, wrong, fields) => {
  expect(await refusalOf(save(wrong))).toEqual({ code, fields });
  expect(await history()).toHaveLength(1);
});

it('a subject is one line, however it was pasted', async () => {
  expect(await save({ subject: '回答の\r\nお願い\t（{{件数}}件）' })).toMatchObject({ subject: '回答の お願い （{{件数}}件）' });
});

it('文面 are for the 事務局 alone', async () => {
  for (const member of cast.filter(({ role }) => role !== 'secretariat')) {
    const visitor = await api.as(member);
    const denied = { problem: { code: 'permission/denied' } };
    await expect(visitor.call(listContract, {})).rejects.toMatchObject(denied);
    await expect(visitor.call(historyContract, { kind: 'copy', language: 'en' })).rejects.toMatchObject(denied);
    await expect(visitor.call(saveContract, { commandId: newId(), kind: 'copy', language: 'ja', expectedVersion: 0, note: '', ...words })).rejects.toMatchObject(denied);
    expect(await refusalOf(actingOn(db)(member, saveTemplate, { kind: 'copy', language: 'ja', expectedVersion: 0, note: '', ...words }))).toMatchObject({ code: 'permission/denied' });
    expect(await refusalOf(listTemplates(db.em(), member))).toMatchObject({ code: 'permission/denied' });
    expect(await refusalOf(readTemplateHistory(db.em(), member, { kind: 'copy', language: 'ja' }))).toMatchObject({ code: 'permission/denied' });
  }
  const office = await api.as(secretariat);
  expect((await office.call(listContract, {})).templates).toHaveLength(18);
  expect((await office.call(historyContract, { kind: 'copy', language: 'en' })).versions).toHaveLength(1);
  expect(await office.call(saveContract, { commandId: newId(), kind: 'copy', language: 'ja', expectedVersion: 0, note: '', ...words })).toMatchObject({ version: 1 });
});
