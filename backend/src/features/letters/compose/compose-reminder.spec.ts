import { describe, expect, it } from '@jest/globals';
import { HOUSE_TEXTS } from '@furikaeri/model';
import { bureau, committee, kita, kitaStaff, nishi, secretariat, secretariatOffice } from '../../../../../test/kit/cast.ts';
import type { Letter, LetterLine, LetterNotice, Templates } from '../letter.ts';
import { composeReminder } from './compose-reminder.ts';

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const cycleId = uuid(1);
const line = ({ subject = {}, ...more }: Partial<Omit<LetterLine, 'subject'>> & { subject?: Partial<LetterLine['subject']> } = {}): LetterLine => ({
  subject: { rule: { kind: 'answer', id: uuid(100), state: 'draft' }, cycleId, cardId: uuid(200), fiscalYear: 2024, code: '3-(1)-16a', title: 'つながる場をひらく', organisation: kita, ...subject },
  role: 'owed', deadline: '2025-05-13', organisationId: kita.id, standsInFor: null, ...more,
});
const card = (more: Partial<LetterLine> = {}): LetterLine => line({ subject: { rule: { kind: 'card', id: uuid(200), stage: 'committee_review' }, organisation: null }, organisationId: committee.id, ...more });
const letter = (more: Partial<Letter> = {}): Letter => ({
  to: { name: '北野 花', organisation: '北区' }, language: 'ja', lines: [line()], notices: [], byHand: null, today: '2025-05-14', closed: new Set(), publicUrl: 'https://board.example', sender: '振り返りボード', ...more,
});
const house: Templates = HOUSE_TEXTS;
const textOf = (more: Partial<Letter>, templates = house): string => composeReminder(letter(more), templates).text;
const withWords = (kind: keyof Templates['ja'], words: Partial<Templates['ja']['copy']>): Templates => ({ ...house, ja: { ...house.ja, [kind]: { ...house.ja[kind], ...words } } });
const notice = (more: Partial<LetterNotice> = {}): LetterNotice => ({
  kind: 'returned', cycleId, cardId: uuid(200), submissionId: uuid(100), commentId: null, organisationId: kita.id, field: 'example', facts: { code: '3-(1)-16a', title: 'つながる場', deadline: '2025-05-22', reason: '数を確かめて' }, by: kitaStaff.doer, ...more,
});
const link = (to: string, organisationId: string, field?: string): string =>
  `https://board.example/open?cycle=${cycleId}&org=${organisationId}&to=${encodeURIComponent(to)}${field === undefined ? '' : `&field=${encodeURIComponent(field)}`}`;

describe('a mail of one kind', () => {
  it('is the 文面 with the answers, their deadline, and a link to each and to all', () => {
    expect(composeReminder(letter(), house)).toMatchObject({ subject: '回答のお願い（期限を過ぎています）' });
    expect(textOf({})).toBe([
      '北野 花 様', '',
      '令和6年度末時点の振り返りについて、次の回答（1件）の期限が過ぎています。提出をお願いします。すぐに提出できない事情があるときは、画面から延長を願い出てください。', '',
      '・3-(1)-16a　つながる場をひらく', '　期限 令和7年5月13日（火）　1営業日超過', `　${link(`answer:${uuid(100)}`, kita.id)}`, '',
      `回答の一覧を開く　${link('answers', kita.id)}`, '', '行き違いですでに済んでいる場合は、ご容赦ください。', '', '-- ', '振り返りボード（このメールは自動で送られています）', '',
    ].join('\n'));
  });

  it.each([
    ['2025-05-13', '2025-05-14', '回答のお願い（期限を過ぎています）', '1営業日超過'], ['2025-05-14', '2025-05-14', '回答期限のお知らせ', '本日まで'],
    ['2025-05-15', '2025-05-14', '回答期限のお知らせ', '残り1営業日'], ['2025-05-23', '2025-05-14', '回答期限のお知らせ', '残り7営業日'], ['2025-05-16', '2025-05-17', '回答のお願い（期限を過ぎています）', '期限を過ぎています\n'],
  ])('due %s, on %s: %s, %s', (deadline, today, subject, rest) => {
    const { subject: said, text } = composeReminder(letter({ lines: [line({ deadline })], today }), house);
    expect(said).toBe(subject);
    expect(text).toContain(rest);
  });

  it('marks what was returned or waits for the approver, and in whose place a 代理 hears', () => {
    const text = textOf({ lines: [
      line({ subject: { rule: { kind: 'answer', id: uuid(101), state: 'returned' }, code: 'A' } }), line({ subject: { rule: { kind: 'answer', id: uuid(102), state: 'checking' }, code: 'B' }, standsInFor: '北島 進' }),
    ] });
    expect(text).toContain('・【差戻し】A　');
    expect(text).toContain('・【区内確認中】B　');
    expect(text).toContain('\n　北島 進さんの代理として\n');
  });

  it('of what was returned leads to the first field to correct, as the お知らせ does', () => {
    const returned = { rule: { kind: 'answer' as const, id: uuid(101), state: 'returned' as const }, returnedField: 'example' };
    expect(textOf({ lines: [line({ subject: returned })] })).toContain(`${link(`answer:${uuid(101)}`, kita.id, 'example')}\n`);
    expect(textOf({ lines: [line({ subject: { ...returned, returnedField: null } })] })).toContain(`${link(`answer:${uuid(101)}`, kita.id)}\n`);
    expect(textOf({ lines: [line({ role: 'copy', organisationId: secretariatOffice.id, subject: returned })] })).toContain(link(`card:${uuid(200)}`, secretariatOffice.id, `answer:${uuid(101)}`));
  });

  it('for a 部会長 leads to the card, for the board', () => {
    const { subject, text } = composeReminder(letter({ lines: [card()] }), house);
    expect(subject).toBe('審査のお願い（期限を過ぎています）');
    expect(text).toContain(link(`card:${uuid(200)}`, committee.id));
    expect(text).toContain(`ボードを開く　${link('board', committee.id)}\n`);
    expect(composeReminder(letter({ lines: [card({ deadline: '2025-05-15' })] }), house).subject).toBe('審査期限のお知らせ');
  });

  it('as a copy names whose answers they are', () => {
    const { subject, text } = composeReminder(letter({ lines: [line({ role: 'copy' })] }), house);
    expect(subject).toBe('【写し】回答のお願い（期限を過ぎています）');
    expect(text).toContain('・北区　3-(1)-16a');
  });

  it('for the telephone has one line a ward, however many answers it owes', () => {
    const many = Array.from({ length: 10 }, (_, n) => line({ role: 'call', deadline: n === 3 ? '2025-05-07' : '2025-05-12', organisationId: secretariatOffice.id, subject: { code: `C${n}` } }));
    const { subject, text } = composeReminder(letter({ lines: [...many, line({ role: 'call', organisationId: secretariatOffice.id, subject: { organisation: nishi, code: 'D' } })] }), house);
    expect(subject).toBe('電話する区のお知らせ');
    expect(text).toContain('・北区　10件\n　いちばん早い期限 令和7年5月7日（水）　5営業日超過\n　C0・C1・C2・C3・C4・C5・C6・C7　ほか2件\n・西区　1件\n');
    expect(text).toContain(link('progress', secretariatOffice.id));
  });

  it('of what waits names on whom and for how long', () => {
    const { subject, text } = composeReminder(letter({ lines: [
      line({ role: 'waiting', waits: { on: '北区', days: 5 }, subject: { code: 'A' } }), line({ role: 'waiting', waits: { on: '北区', days: 10 }, subject: { code: 'B' } }), card({ role: 'waiting', waits: { on: committee.name, days: 6 } }),
    ] }), house);
    expect(subject).toBe('動きのない確認・審査のお知らせ');
    expect(text).toContain('いちばん長いもので10営業日たっています');
    expect(text).toContain('・北区　2件\n　いちばん長いもので10営業日\n　A・B\n');
    expect(text).toContain(`・${committee.name}　1件\n　いちばん長いもので6営業日`);
  });

  it('of お知らせ says what happened, with the reason where a mail may carry it', () => {
    const { subject, text } = composeReminder(letter({ lines: [], notices: [notice(), notice({ kind: 'sent_back', facts: { code: 'B', title: '場', reason: '区内だけの話' } })] }), house);
    expect(subject).toBe('振り返りのお知らせ（2件）');
    expect(text).toContain('北野 花さん（北区 市民協働課）が3-(1)-16a「つながる場」を差し戻しました。5月22日（木）までに直してください。\n　理由：数を確かめて\n');
    expect(text).toContain('を区内で差し戻しました。');
    expect(text).not.toContain('区内だけの話');
    expect(text).toContain(link(`answer:${uuid(100)}`, kita.id, 'example'));
  });
});

describe('a mail of several kinds', () => {
  const mixed = { lines: [line({ deadline: '2025-05-20', subject: { code: 'SOON' } }), line({ subject: { code: 'LATE' } }), card({ deadline: '2025-05-16' }), line({ role: 'call' as const, organisationId: secretariatOffice.id })], notices: [notice()] };

  it('has the most urgent subject, greets and signs once, and keeps each kind under its heading', () => {
    const { subject, text } = composeReminder(letter(mixed), house);
    expect(subject).toBe('回答のお願い（期限を過ぎています）');
    expect([...text.matchAll(/■ (.*)/g)].map(([, heading]) => heading)).toEqual(['回答のお願い（期限を過ぎています）', '回答期限のお知らせ', '審査期限のお知らせ', '電話する区のお知らせ', '振り返りのお知らせ（1件）']);
    for (const once of ['北野 花 様', '行き違いで', 'このメールは自動で']) expect(text.split(once)).toHaveLength(2);
    expect(text.indexOf('LATE')).toBeLessThan(text.indexOf('SOON'));
  });

  it('follows what the 事務局 wrote of each kind', () => {
    const edited: Templates = { ...house, ja: { ...house.ja, owed_after: { subject: '{{所属}}の{{件数}}件', body: '{{宛名}} さん\n\n{{一覧}}\n\n内線1234まで。\n\n{{差出人}} 一同' }, notice: { subject: 'ほかに', body: '{{一覧}}' } } };
    const { subject, text } = composeReminder(letter({ lines: [line()], notices: [notice()] }), edited);
    expect(subject).toBe('北区の1件');
    expect(text.startsWith('北野 花 さん\n\n■ 北区の1件\n\n・3-(1)-16a')).toBe(true);
    expect(text).toContain('\n\n■ ほかに\n\n・北野 花さん');
    expect(text.endsWith('\n\n内線1234まで。\n\n振り返りボード 一同\n')).toBe(true);
  });
});

describe('by hand', () => {
  const byHand = { by: secretariat.doer, words: null };
  it('all lines stand together in the words of 督促, signed by who sent it', () => {
    const { subject, text } = composeReminder(letter({ byHand, lines: [line(), line({ deadline: '2025-05-14' })] }), house);
    expect(subject).toBe('回答のお願い（期限を過ぎています）');
    expect(text).toContain('期限は令和7年5月13日（火）（1営業日超過）です。');
    expect(text.endsWith('-- \n区長会議事務局 大野 恵\n')).toBe(true);
    expect(text).not.toContain('■');
  });
  it('own words go before the 文面', () => {
    expect(composeReminder(letter({ byHand: { ...byHand, words: { subject: '確認', body: '{{一覧}}' } } }), house)).toMatchObject({ subject: '確認', parts: [{ variable: '一覧' }] });
  });
  it.each([
    ['after the greeting', undefined, '北野 花 様\n\nこれは、担当の方へ送ったお願いの写しです。\n\n令和6年度'],
    ['first where nobody is greeted', { subject: 'x', body: 'お願いします。\n\n{{一覧}}' }, 'これは、担当の方へ送ったお願いの写しです。\n\nお願いします。\n\n・北区'],
    ['first where the greeting holds the list', { subject: 'x', body: '{{宛名}} {{一覧}}' }, 'これは、担当の方へ送ったお願いの写しです。\n\n北野 花 ・北区'],
  ])('a copy says that it is one, %s', (_where, words, start) => {
    const { subject, text } = composeReminder(letter({ byHand: { ...byHand, words: words ?? null }, lines: [line({ role: 'copy', organisationId: kita.id })] }), house);
    expect(subject.startsWith('【写し】')).toBe(true);
    expect(text.startsWith(start)).toBe(true);
  });
  it('answers of others that go along as a copy stand apart from the reader’s own, and are said to be one', () => {
    const { subject, text, html } = composeReminder(letter({ byHand, lines: [line({ subject: { code: 'OWN' } }), line({ role: 'copy', subject: { code: 'OTHERS' } })] }), house);
    expect(subject).toBe('回答のお願い（期限を過ぎています）');
    expect([...text.matchAll(/■ (.*)/g)].map(([, heading]) => heading)).toEqual(['回答のお願い（期限を過ぎています）', '【写し】回答のお願い（期限を過ぎています）']);
    const [own = '', copied = ''] = text.split('■ 【写し】');
    expect(own).toContain('次の回答（1件）');
    expect([own.includes('OWN'), own.includes('OTHERS')]).toEqual([true, false]);
    expect(copied).toMatch(/^.*\n\nこれは、担当の方へ送ったお願いの写しです。\n/);
    expect([copied.includes('OWN'), copied.includes('OTHERS')]).toEqual([false, true]);
    for (const once of ['北野 花 様', '大野 恵']) expect(text.split(once)).toHaveLength(2);
    expect(html).toContain('【写し】');
  });
  it('a copy leads a 部会長 to the board and the answer on its card, an approver to their own answers', () => {
    const toLead = textOf({ byHand, lines: [line({ role: 'copy', organisationId: committee.id })] });
    expect(toLead).toContain(link(`card:${uuid(200)}`, committee.id, `answer:${uuid(100)}`));
    expect(toLead).toContain(link('board', committee.id));
    const toApprover = textOf({ byHand, lines: [line({ role: 'copy' })] });
    expect(toApprover).toContain(link(`answer:${uuid(100)}`, kita.id));
    expect(toApprover).toContain(link('answers', kita.id));
  });
});

describe('in English', () => {
  it('everything but names and titles is', () => {
    const { subject, text } = composeReminder(letter({ language: 'en', lines: [line(), line({ deadline: '2025-05-12', subject: { rule: { kind: 'answer', id: uuid(101), state: 'returned' } }, standsInFor: '北島 進' })], notices: [notice()] }), house);
    expect(subject).toBe('Please submit your answers (deadline passed)');
    expect(text).toContain('Dear 北野 花,');
    expect(text).toContain('as of the end of FY2024');
    expect(text).toContain('- 3-(1)-16a  つながる場をひらく\n  Due Tue, 13 May 2025: 1 business day late\n');
    expect(text).toContain('- [returned] 3-(1)-16a');
    expect(text).toContain('Due Mon, 12 May 2025: 2 business days late\n  as deputy for 北島 進\n');
    expect(text).toContain('Reason: 数を確かめて');
  });
});

describe('what people typed', () => {
  const evil = '<script>alert(1)</script>"\'&\r\nBcc: x@example.test {{宛名}} ｛｛一覧｝｝';
  const hostile = letter({ to: { name: evil, organisation: evil }, sender: evil, lines: [line({ subject: { title: evil, organisation: { id: kita.id, name: evil } }, role: 'copy', standsInFor: evil })], notices: [notice({ facts: { code: 'A', title: evil, reason: evil } })], byHand: null });

  it('stays text: no markup, no variable, no line of its own', () => {
    const { subject, text, html } = composeReminder(hostile, withWords('copy', { subject: '{{宛名}} {{区}}' }));
    expect(html).not.toMatch(/<script|Bcc: x@example\.test\n/u);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp; Bcc: x@example.test {{宛名}}');
    expect(text).not.toMatch(/^Bcc/mu);
    expect(text).toContain('Bcc: x@example.test {{宛名}} ｛｛一覧｝｝');
    expect(subject).not.toMatch(/[\r\n]/u);
  });

  it('a 文面 is text too', () => {
    const { html } = composeReminder(letter(), withWords('owed_after', { body: '<b>太字</b>\n{{一覧}}' }));
    expect(html).toContain('&lt;b&gt;太字&lt;/b&gt;');
  });

  it('the HTML holds the same words and links as the text, and fetches nothing', () => {
    const { text, html, subject } = composeReminder(letter({ lines: [line(), line({ role: 'call', organisationId: bureau.id })], notices: [notice()] }), house);
    for (const url of text.match(/https:\S+/gu) ?? []) expect(html).toContain(`href="${url.replaceAll('&', '&amp;')}"`);
    for (const words of text.split('\n').filter((one) => one.trim() !== '' && !/https:|^-- |^[・■]|^　/u.test(one))) expect(html).toContain(words);
    expect(html).toContain(`<title>${subject}</title>`);
    expect(html).not.toMatch(/<(?:img|link|script|style|table)|url\(|src=/u);
  });
});
