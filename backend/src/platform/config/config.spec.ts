import { expect, it } from '@jest/globals';
import { Config } from './config.ts';

it('without settings mail goes to the built-in mailbox, from the product', () => {
  const { smtpUrl, smtpPool, mailFrom, mailFromName, mailReplyTo } = new Config({ MAIL_FROM_NAME: '', MAIL_REPLY_TO: '' });
  expect({ smtpUrl, smtpPool, mailFrom, mailFromName, mailReplyTo }).toEqual({ smtpUrl: null, smtpPool: 5, mailFrom: 'furikaeri@localhost.localdomain', mailFromName: '振り返りボード', mailReplyTo: null });
});

it('the sender is what the settings say', () => {
  const config = new Config({ SMTP_URL: 'smtps://board:p%40ss@relay.example:465', SMTP_POOL: '8', MAIL_FROM: 'a@example.test', MAIL_FROM_NAME: '区長会議 "事務局", 大阪', MAIL_REPLY_TO: 'b@example.test' });
  expect(config).toMatchObject({ smtpUrl: 'smtps://board:p%40ss@relay.example:465', smtpPool: 8, mailFrom: 'a@example.test', mailFromName: '区長会議 "事務局", 大阪', mailReplyTo: 'b@example.test' });
});

it.each([
  ['MAIL_FROM_NAME', '事務局\r\nBcc: x@example.test'], ['MAIL_FROM_NAME', 'あ'.repeat(101)], ['MAIL_REPLY_TO', 'a@example.test, b@example.test'], ['MAIL_FROM', 'nobody'],
  ['SMTP_POOL', '0'], ['SMTP_POOL', '21'], ['SMTP_URL', 'http://relay.example'],
])('%s does not take %j, and says so at the start', (name, value) => {
  expect(() => new Config({ [name]: value })).toThrow(name);
});

it.each([
  [{}, 'http://127.0.0.1:3000'], [{ HOST: '::1', PORT: '4000' }, 'http://[::1]:4000'], [{ HOST: '0.0.0.0' }, 'http://localhost:3000'],
  [{ PUBLIC_URL: 'https://board.example.lg.jp/' }, 'https://board.example.lg.jp'],
])('links of mails and calendars lead where the start says the product is: with %j to %s', (environment, expected) => {
  expect(new Config(environment).linkBase).toBe(expected);
});
