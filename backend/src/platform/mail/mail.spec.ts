import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { headerOf, startSmtpSink, textOf, type SmtpSink } from '../../../../test/kit/smtp-sink.ts';
import { oneLine } from './address.ts';
import { MailboxMail } from './mailbox-mail.ts';
import { UndeliverableMail, type OutgoingMail } from './outgoing-mail.ts';
import { SmtpMail } from './smtp-mail.ts';

const mail: OutgoingMail = {
  messageId: '<reminder-1@board.example>', to: { name: '髙岡 﨑子', address: 'kita-staff@example.test' },
  subject: '回答のお願い（期限を過ぎています）', text: '3-(1)-16a の回答をお待ちしています。\n', list: { id: 'reminders.board.example', name: '回答のお知らせ' },
};

let db: TestDatabase;
let sink: SmtpSink;
let smtp: SmtpMail;
beforeAll(async () => {
  db = await createTestDatabase({ cast: false });
  sink = await startSmtpSink();
  smtp = new SmtpMail({ url: sink.url, from: { name: '振り返りボード', address: 'furikaeri@example.test' } });
});
afterAll(async () => {
  smtp.onModuleDestroy();
  await sink.close();
  await db.close();
});

it('a mail goes out by SMTP with its fixed Message-ID, its list and a Japanese subject', async () => {
  await smtp.send(mail);
  const { raw, to, from } = sink.mails.at(-1) ?? { raw: '', to: [], from: '' };
  expect({ to, from }).toEqual({ to: ['kita-staff@example.test'], from: 'furikaeri@example.test' });
  expect(headerOf(raw, 'Message-ID')).toBe(mail.messageId);
  expect(headerOf(raw, 'Subject')).toBe(mail.subject);
  expect(headerOf(raw, 'To')).toBe('髙岡 﨑子 <kita-staff@example.test>');
  expect(headerOf(raw, 'List-ID')).toContain('<reminders.board.example>');
  expect(headerOf(raw, 'Auto-Submitted')).toBe('auto-generated');
  expect(textOf(raw)).toContain('3-(1)-16a の回答をお待ちしています。');
});

it.each([
  'a@example.test, b@example.test', 'a@example.test\r\nBcc: b@example.test', '"a b"@example.test', 'Kita <a@example.test>', 'a@example.test>', 'a', '',
])('%j is not one plain address and never reaches the relay', async (address) => {
  const before = sink.mails.length;
  await expect(smtp.send({ ...mail, to: { name: '北野', address } })).rejects.toBeInstanceOf(UndeliverableMail);
  expect(sink.mails).toHaveLength(before);
});

it('a line break in a name or a subject begins no header of its own', async () => {
  await expect(smtp.send({ ...mail, to: { ...mail.to, name: '北野\r\nBcc: b@example.test' } })).rejects.toBeInstanceOf(UndeliverableMail);
  await expect(smtp.send({ ...mail, subject: 'お願い\nX-Evil: 1' })).rejects.toBeInstanceOf(UndeliverableMail);
  expect(oneLine('全区で\r\n訓練を\t行う ')).toBe('全区で 訓練を 行う');
});

it('a relay in trouble may be tried again, one that refuses for good may not', async () => {
  sink.refuseNext(1, 451);
  await expect(smtp.send(mail)).rejects.not.toBeInstanceOf(UndeliverableMail);
  sink.refuseNext(1, 554);
  await expect(smtp.send(mail)).rejects.toBeInstanceOf(UndeliverableMail);
});

it('signs in with the name and the password of the address', async () => {
  const asked: string[] = [];
  const guarded = await startSmtpSink({
    authOptional: false, disabledCommands: ['STARTTLS'], allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => { asked.push(`${username}/${password}`); done(null, { user: username }); },
  });
  const signedIn = new SmtpMail({ url: `smtp://board:p%40ss@127.0.0.1:${guarded.port}`, from: { name: '', address: 'furikaeri@example.test' } });
  await signedIn.send(mail);
  expect(asked).toEqual(['board/p@ss']);
  signedIn.onModuleDestroy();
  await guarded.close();
});

it('the built-in mailbox shows a repeated mail once', async () => {
  const mailbox = new MailboxMail(db.em(), db.clock);
  await mailbox.send(mail);
  await mailbox.send(mail);
  const rows = await db.em().execute<{ recipient: string; address: string; subject: string }[]>('select recipient, address, subject from mailbox_mail');
  expect(rows).toEqual([{ recipient: '髙岡 﨑子', address: 'kita-staff@example.test', subject: mail.subject }]);
});
