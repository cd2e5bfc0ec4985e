import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { RELAY_CERTIFICATE } from '../../../../test/kit/relay-certificate.ts';
import { headerOf, htmlOf, linesOfHeader, startSmtpSink, textOf, type SmtpSink } from '../../../../test/kit/smtp-sink.ts';
import { oneLine } from './address.ts';
import { MailboxMail } from './mailbox-mail.ts';
import { UndeliverableMail, type OutgoingMail } from './outgoing-mail.ts';
import { SmtpMail } from './smtp-mail.ts';

const mail: OutgoingMail = {
  messageId: '<reminder-1@board.example>', to: { name: '髙岡 﨑子', address: 'kita-staff@example.test' },
  subject: '回答のお願い（期限を過ぎています）', text: '3-(1)-16a の回答をお待ちしています。\n',
  html: '<p>3-(1)-16a の<b>回答</b>をお待ちしています。</p>\n', list: { id: 'reminders.board.example', name: '回答のお知らせ' },
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
  expect(headerOf(raw, 'From')).toBe('振り返りボード <furikaeri@example.test>');
  expect(headerOf(raw, 'Reply-To')).toBeNull();
  expect(headerOf(raw, 'Content-Type')).toContain('multipart/alternative');
  expect(textOf(raw)).toBe(mail.text);
  expect(htmlOf(raw)).toBe(mail.html);
});

it('a mail of text alone is one part, and answers go where the settings say', async () => {
  const answered = new SmtpMail({ url: sink.url, from: { name: '振り返りボード', address: 'furikaeri@example.test' }, replyTo: 'jimukyoku@example.test', pool: 1 });
  await answered.send({ ...mail, html: null });
  answered.onModuleDestroy();
  const { raw } = sink.mails.at(-1) ?? { raw: '' };
  expect(headerOf(raw, 'Reply-To')).toBe('jimukyoku@example.test');
  expect(headerOf(raw, 'Content-Type')).toContain('text/plain; charset=utf-8');
  expect([textOf(raw), htmlOf(raw)]).toEqual([mail.text, null]);
});

it.each([
  ['髙﨑 𠮷野', '髙﨑さんの回答のお願い（期限を過ぎています）'],
  ['はしご高🪜 花子👨‍👩‍👧‍👦', '🏫 回答期限のお知らせ 🗓️'],
  ['山田 "太郎", 花子', '「二重」と "quotes" と, commas; and <angles>'],
  ['Kita (総務課長) <evil@example.test>', '=?utf-8?B?44GT44KM?= という件名'],
  ['a@example.test, b@example.test', '令和6年度末時点の振り返りについて、提出や審査を待ったまま動きのないものがあります'.repeat(5)],
  ['\\"', 'plain ASCII, but very long. '.repeat(12).trim()],
])('the name %j and its subject arrive as they were, in short lines of ASCII, at one address', async (name, subject) => {
  await smtp.send({ ...mail, to: { ...mail.to, name }, subject });
  const { raw, to } = sink.mails.at(-1) ?? { raw: '', to: [] };
  expect(to).toEqual(['kita-staff@example.test']);
  expect(headerOf(raw, 'Subject')).toBe(subject);
  const shown = /^(.*) <kita-staff@example\.test>$/su.exec(headerOf(raw, 'To') ?? '')?.[1] ?? '';
  expect(shown.replace(/^"(.*)"$/su, '$1').replace(/\\(.)/gsu, '$1')).toBe(name);
  // Outside quoted strings there is one address and no comma: nobody else is written to.
  const bare = linesOfHeader(raw, 'To').join('').replace(/"(?:[^"\\]|\\.)*"/gu, '').replace(/=\?[^?]+\?[bq]\?[^?]*\?=/giu, '');
  expect(bare.match(/[@,]/gu)).toEqual(['@']);
  for (const line of [...linesOfHeader(raw, 'To'), ...linesOfHeader(raw, 'Subject')]) expect(line).toMatch(/^[\x20-\x7e\t]{1,78}$/);
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
  expect(oneLine('\u202E北\u2066野 \u200B 花\u200F\uFEFF')).toBe('北野 花');
});

it('a relay in trouble may be tried again, one that refuses for good may not', async () => {
  sink.refuseNext(1, 451);
  await expect(smtp.send(mail)).rejects.not.toBeInstanceOf(UndeliverableMail);
  sink.refuseNext(1, 554);
  await expect(smtp.send(mail)).rejects.toBeInstanceOf(UndeliverableMail);
});

describe('a relay that wants a name and a password', () => {
  const asked: string[] = [];
  const relays: SmtpSink[] = [];
  const guarded = async (options: Parameters<typeof startSmtpSink>[0] = {}): Promise<SmtpSink> => {
    const relay = await startSmtpSink({
      ...RELAY_CERTIFICATE, authOptional: false, ...options,
      onAuth: ({ username, password }, { secure }, done) => {
        asked.push(`${username}/${password} ${secure ? 'encrypted' : 'in the clear'}`);
        if (password === 'p@ss') done(null, { user: username }); else done(new Error('unknown'));
      },
    });
    relays.push(relay);
    return relay;
  };
  const through = async (url: string): Promise<void> => {
    const board = new SmtpMail({ url, from: { name: '', address: 'furikaeri@example.test' } });
    try {
      await board.send(mail);
    } finally {
      board.onModuleDestroy();
    }
  };
  beforeEach(() => { asked.length = 0; });
  afterEach(async () => { for (const relay of relays.splice(0)) await relay.close(); });

  it('gets both after STARTTLS, and only from a board that was told to believe its own certificate', async () => {
    const relay = await guarded({ disabledCommands: [] });
    await through(`smtp://board:p%40ss@127.0.0.1:${relay.port}/?requireTLS=true&tls.rejectUnauthorized=false`);
    expect(asked).toEqual(['board/p@ss encrypted']);
    expect(headerOf(relay.mails[0]?.raw ?? '', 'Subject')).toBe(mail.subject);
    await expect(through(`smtp://board:p%40ss@127.0.0.1:${relay.port}/?requireTLS=true`)).rejects.toThrow(/certificate/);
    expect([asked.length, relay.mails.length]).toEqual([1, 1]);
  });

  it('gets them by TLS from the first byte with smtps://', async () => {
    const relay = await guarded({ secure: true });
    await through(`smtps://board:p%40ss@127.0.0.1:${relay.port}/?tls.rejectUnauthorized=false`);
    expect([asked, relay.mails.length]).toEqual([['board/p@ss encrypted'], 1]);
  });

  it('does not get them in the clear where it is not this machine', async () => {
    const relay = await guarded({ allowInsecureAuth: true });
    // The same machine by an address that does not say so.
    await expect(through(`smtp://board:p%40ss@0.0.0.0:${relay.port}`)).rejects.toThrow(/STARTTLS|TLS/);
    expect(asked).toEqual([]);
    await through(`smtp://board:p%40ss@127.0.0.1:${relay.port}`);
    expect(asked).toEqual(['board/p@ss in the clear']);
  });

  it('may be asked again after a wrong password, which is mended by people', async () => {
    const relay = await guarded({ allowInsecureAuth: true });
    await expect(through(`smtp://board:wrong@127.0.0.1:${relay.port}`)).rejects.not.toBeInstanceOf(UndeliverableMail);
  });
});

it('the built-in mailbox shows a repeated mail once', async () => {
  const mailbox = new MailboxMail(db.em(), db.clock);
  await mailbox.send(mail);
  await mailbox.send(mail);
  const rows = await db.em().execute('select recipient, address, subject, body, html from mailbox_mail');
  expect(rows).toEqual([{ recipient: '髙岡 﨑子', address: 'kita-staff@example.test', subject: mail.subject, body: mail.text, html: mail.html }]);
});
