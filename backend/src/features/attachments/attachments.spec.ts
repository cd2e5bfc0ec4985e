import { randomUUID } from 'node:crypto';
import * as contracts from '@furikaeri/contracts';
import type { AttachmentRef } from '@furikaeri/model';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { zipOf } from '../../../../packages/sheet/src/spec-kit/zip-of.ts';
import { startTestApi, type TestApi, type Visitor } from '../../../../test/kit/api.ts';
import { theAnswer, yes } from '../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission, type CardRow, type CycleRow, type SubmissionRow } from '../../../../test/kit/builders.ts';
import { bureauStaff, committeeLead, kita, kitaApprover, kitaStaff, nishiStaff, otherLead, secretariat, viewer, type CastMember } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';

let db: TestDatabase;
let api: TestApi;
let cycle: CycleRow;
let card: CardRow;
let answer: SubmissionRow;
const visitors = new Map<string, Visitor>();
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startTestApi(db);
});
afterAll(async () => {
  await api.close();
  await db.close();
});
beforeEach(async () => {
  cycle = await aCycle().build(db);
  card = await aCard(cycle).asking('北区', '西区').build(db);
  answer = await aSubmission(card).by(kita).draft().build(db);
});

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const office = (main: string, folder: string): Uint8Array => zipOf([
  { name: '[Content_Types].xml', content: `<Types><Override PartName="/${folder}/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>` },
  { name: `${folder}/main.xml`, content: '<x/>' },
]);
const XLSX = office('spreadsheetml.sheet', 'xl');
const DOCX = office('wordprocessingml.document', 'word');

async function as(member: CastMember): Promise<Visitor> {
  const known = visitors.get(member.login) ?? (await api.as(member));
  visitors.set(member.login, known);
  return known;
}
interface Sent { to?: string; commandId?: string; who?: CastMember }
async function send(bytes: Uint8Array, name: string, { to = answer.id, commandId = randomUUID(), who = kitaStaff }: Sent = {}): Promise<{ status: number; body: AttachmentRef & { code?: string } }> {
  const visitor = await as(who);
  const response = await fetch(`${api.address}/api/submissions/${to}/attachments?${new URLSearchParams({ commandId, name })}`, {
    method: 'POST', headers: { cookie: visitor.cookie, origin: api.address, 'content-type': 'application/octet-stream' }, body: bytes as BodyInit,
  });
  return { status: response.status, body: (await response.json()) as AttachmentRef };
}
const codeOf = async (bytes: Uint8Array, name: string, sent: Sent = {}) => (await send(bytes, name, sent)).body.code ?? 'taken';
const read = async (who: CastMember, id: string) => (await as(who)).send('GET', `/api/attachments/${id}`);
const reads = async (who: CastMember, id: string) => (await read(who, id)).status;
async function write(attachments: AttachmentRef[], to = answer.id, who = kitaStaff): Promise<contracts.OwnAnswer> {
  const content = { ...yes(), attachments };
  const { draftVersion } = await theAnswer(db, to);
  return (await as(who)).call(contracts.editSubmission, { commandId: randomUUID(), submissionId: to, expectedVersion: draftVersion, content });
}
const step = async (contract: typeof contracts.submitSubmission) => (await as(kitaApprover)).call(contract, { commandId: randomUUID(), submissionId: answer.id, expectedVersion: (await theAnswer(db, answer.id)).draftVersion });

describe('根拠資料を添える', () => {
  it.each([
    ['報告.pdf', PDF, 'application/pdf'], ['写真.PNG', PNG, 'image/png'], ['写真.jpeg', JPEG, 'image/jpeg'], ['表.xlsx', XLSX, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['様式.docx', DOCX, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['区別.csv', Buffer.from('\uFEFF区,回数\r\n北区,3\r\n'), 'text/csv'], ['ascii.csv', Buffer.from('a,b\n1,2\n'), 'text/csv'],
    ['cp932.csv', Buffer.from([0x8b, 0xe6, 0x2c, 0x31, 0x0d, 0x0a]), 'text/csv'],
  ])('takes %s and tells its type by its content', async (name, bytes, type) => {
    expect(await send(bytes, name)).toEqual({ status: 200, body: { id: expect.any(String), name, type, bytes: bytes.byteLength } });
  });

  it.each([
    ['a page that calls itself a PDF', 'x.pdf', Buffer.from('<!DOCTYPE html><script>alert(1)</script>')],
    ['a page that calls itself a table', 'x.csv', Buffer.from('\uFEFF \n<html><script>alert(1)</script></html>')],
    ['a picture with script', 'x.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['the same with another name', 'x.png', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a program', 'x.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['a program that calls itself a PDF', 'x.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['a PDF that calls itself a program', 'x.exe', PDF],
    ['a PDF without the end of its name', 'pdf', PDF],
    ['a picture that calls itself a workbook', 'x.xlsx', PNG],
    ['a workbook with macros', 'x.xlsx', zipOf([{ name: '[Content_Types].xml', content: '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>' }])],
    ['any other archive', 'x.zip', zipOf([{ name: 'a.txt', content: 'a' }])],
    ['an archive that calls itself a workbook', 'x.xlsx', zipOf([{ name: 'a.txt', content: 'a' }])],
    ['a table with NULs', 'x.csv', Buffer.from('a,b\0\n')],
    ['a table in another encoding', 'x.csv', Buffer.from([0xa4, 0xb3, 0xff, 0xfe, 0x2c])],
    ['a text that is no table by its name', 'x.txt', Buffer.from('a,b\n')],
  ])('refuses %s', async (_, name, bytes) => {
    expect(await codeOf(bytes, name)).toBe('attachment/wrong-type');
  });

  it('does not unpack an archive that would fill the memory', async () => {
    // Both what is there and a list of contents that lies about its size.
    const zeros = Buffer.alloc(128 * 1024 * 1024);
    const bombs = [zipOf([{ name: '[Content_Types].xml', content: zeros }]), zipOf([{ name: '[Content_Types].xml', content: zeros, size: 1000 }])];
    const before = process.memoryUsage().rss;
    for (const bomb of bombs) expect(await codeOf(bomb, 'x.xlsx')).toBe('attachment/wrong-type');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('refuses nothing at all, and more than ten megabytes', async () => {
    expect(await codeOf(Buffer.alloc(0), 'x.pdf')).toBe('attachment/empty');
    expect(await codeOf(Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]), 'x.pdf')).toBe('attachment/too-large');
    expect(await codeOf(Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024 - PDF.byteLength)]), 'x.pdf')).toBe('taken');
  });

  it('keeps the file’s own name on one line, without its folders', async () => {
    const named = async (name: string) => (await send(PDF, name)).body.name;
    expect(await named('C:\\Users\\kita\\報告.pdf')).toBe('報告.pdf');
    expect(await named('../../etc/か\u3099報告\u202Efdp.pdf')).toBe('が報告fdp.pdf');
    expect(await codeOf(PDF, 'folder/')).toBe('attachment/wrong-type');
  });

  it('is for the ward, while it may write', async () => {
    for (const who of [nishiStaff, secretariat, committeeLead]) expect(await codeOf(PDF, 'x.pdf', { who })).toBe('submission/not-yours');
    expect(await codeOf(PDF, 'x.pdf', { to: randomUUID() })).toBe('submission/not-found');
    answer = await aSubmission(card).by(kita).submitted().build(db);
    expect(await codeOf(PDF, 'x.pdf')).toBe('submission/wrong-state');
    answer = await aSubmission(await aCard(await aCycle().in('settled').build(db)).asking('北区').build(db)).by(kita).build(db);
    expect(await codeOf(PDF, 'x.pdf')).toBe('cycle/not-open-for-answers');
  });

  it('sent twice is one file, and the log keeps what it was without its bytes, for the ward alone', async () => {
    const commandId = randomUUID();
    const [first, again] = [await send(PDF, '報告.pdf', { commandId }), await send(PDF, '報告.pdf', { commandId })];
    expect(again.body).toEqual(first.body);
    expect(await codeOf(PNG, '報告.png', { commandId })).toBe('command/id-reused');
    const rows = await db.em().execute<{ n: number }[]>('select count(*)::int as n from attachment where submission_id = ?', [answer.id]);
    expect(rows[0]?.n).toBe(1);
    const [line] = await db.em().execute<{ after: object; private_to: string; text: string }[]>('select after, private_to, command_log::text as text from command_log where id = ?', [commandId]);
    expect(line).toMatchObject({ private_to: kita.id, after: { attachment: { name: '報告.pdf', type: 'application/pdf', bytes: PDF.byteLength, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } } });
    expect(line?.text).not.toContain(PDF.toString('hex').slice(0, 40));
    expect(line?.text).not.toContain('Catalog');
  });

  it('takes ten at most', async () => {
    const refs: AttachmentRef[] = [];
    for (let n = 0; n < 10; n += 1) refs.push((await send(PDF, `${n}.pdf`)).body);
    await write(refs);
    expect(await codeOf(PDF, '10.pdf')).toBe('attachment/too-many');
    await write(refs.slice(1));
    expect(await codeOf(PDF, '10.pdf')).toBe('taken');
  });
});

describe('the files an answer names', () => {
  it('are those added to it, as they are kept, whatever the client says of them', async () => {
    const { body: ref } = await send(PDF, '報告.pdf');
    const saved = await write([{ ...ref, name: 'ほかの名前.exe', type: 'text/html', bytes: 1 }, ref]);
    expect(saved.draft.attachments).toEqual([ref]);
    expect((await theAnswer(db, answer.id)).draft.attachments).toEqual([ref]);
  });

  it('are refused where there is no such file, or it belongs to another answer', async () => {
    const elsewhere = await aSubmission(await aCard(cycle).asking('北区').build(db)).by(kita).draft().build(db);
    const { body: ref } = await send(PDF, '報告.pdf', { to: elsewhere.id });
    await expect(write([ref])).rejects.toThrow('attachment/not-found');
    await expect(write([{ ...ref, id: randomUUID() }])).rejects.toThrow('attachment/not-found');
    expect((await theAnswer(db, answer.id)).draft.attachments).toEqual([]);
  });
});

describe('根拠資料を開く', () => {
  it('gives the bytes to be saved, under their Japanese name, and lets no browser guess or keep them', async () => {
    const { body: ref } = await send(PDF, "報告 (1)'最終'.pdf");
    const response = await read(kitaStaff, ref.id);
    expect(Buffer.from(await response.arrayBuffer()).equals(PDF)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="file.pdf"; filename*=UTF-8''%E5%A0%B1%E5%91%8A%20%281%29%27%E6%9C%80%E7%B5%82%27.pdf`,
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    });
  });

  it('is its ward’s alone while it stands in a draft, and is not there for others', async () => {
    const { body: ref } = await send(PDF, '報告.pdf');
    await write([ref]);
    expect(await reads(kitaApprover, ref.id)).toBe(200);
    for (const who of [nishiStaff, secretariat, committeeLead, bureauStaff, viewer]) {
      const response = await read(who, ref.id);
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([404, 'attachment/not-found']);
    }
    expect(await reads(kitaStaff, randomUUID())).toBe(404);
    expect((await api.visitor().send('GET', `/api/attachments/${ref.id}`)).status).toBe(401);
  });

  it('follows the answer it stands in: handed in, taken back, settled, withheld', async () => {
    const { body: ref } = await send(PDF, '報告.pdf');
    const { body: dropped } = await send(PDF, '使わない.pdf');
    await write([ref]);
    await step(contracts.submitSubmission);
    const everybody = [kitaStaff, secretariat, committeeLead, bureauStaff, nishiStaff, otherLead, viewer];
    const told = async (id = ref.id) => Promise.all(everybody.map((who) => reads(who, id)));
    expect(await told()).toEqual([200, 200, 200, 200, 404, 404, 404]);
    expect(await told(dropped.id)).toEqual([200, 404, 404, 404, 404, 404, 404]);
    await step(contracts.withdrawSubmission);
    expect(await told()).toEqual([200, 404, 404, 404, 404, 404, 404]);
    await step(contracts.submitSubmission);
    await db.em().execute(`update cycle set phase = 'settled' where id = ?`, [cycle.id]);
    expect(await told()).toEqual([200, 200, 200, 200, 200, 200, 200]);
    await db.em().execute(`update card set indicator = indicator || '{"withheld": true}' where id = ?`, [card.id]);
    expect(await told()).toEqual([200, 200, 200, 200, 404, 404, 404]);
  });

  it('of a 差戻し stays readable as it was handed in, and what is added meanwhile is the ward’s', async () => {
    const { body: ref } = await send(PDF, '報告.pdf');
    await write([ref]);
    await step(contracts.submitSubmission);
    await (await as(committeeLead)).call(contracts.returnSubmissions, {
      commandId: randomUUID(), cardId: card.id, submissions: [{ id: answer.id, expectedVersion: (await theAnswer(db, answer.id)).version }], reason: '数を確かめてください', fields: ['attachments'], deadline: '2025-05-27',
    });
    const { body: better } = await send(PNG, '直した.png');
    await write([better]);
    expect([await reads(secretariat, ref.id), await reads(secretariat, better.id), await reads(kitaStaff, better.id)]).toEqual([200, 404, 200]);
  });
});
