import { businessDaysBetween, formatFiscalYear, formatWareki, weekdayOf, type ClosedDays, type ReminderRole } from '@furikaeri/model';
import { oneLine } from '../../platform/mail/index.ts';
import type { OpenSubject } from './open-subjects.ts';

export interface ReminderLine { subject: OpenSubject; role: ReminderRole; deadline: string }

export interface ReminderLetter {
  name: string;
  /** By hand (まとめて督促), or by the ladder. */
  byHand: boolean;
  lines: readonly ReminderLine[];
  today: string;
  closed: ClosedDays;
  publicUrl: string;
}

/** What one person reads: subject and text, most urgent first. */
export function composeReminder(letter: ReminderLetter): { subject: string; text: string } {
  const groups = group(letter);
  const years = [...new Set(letter.lines.map(({ subject }) => subject.fiscalYear))].sort();
  const text = [
    `${oneLine(letter.name)} 様`,
    '',
    `${years.map((year) => `${formatFiscalYear(year)}末時点`).join('・')}の振り返りについてお知らせします。`,
    '',
    ...groups.flatMap(({ heading, lines, link }) => [
      `■ ${heading}（${lines.length}件）`,
      ...lines.flatMap((line) => describe(line, letter)),
      `画面: ${letter.publicUrl}${link}`,
      '',
    ]),
    '行き違いですでに提出されている場合は、ご容赦ください。',
    '',
    '-- ',
    letter.byHand ? '振り返りボード（このメールは事務局の操作で送られました）' : '振り返りボード（このメールは自動で送られています）',
    '',
  ].join('\n');
  return { subject: groups[0]?.subject ?? '振り返りボードからのお知らせ', text };
}

interface Group { subject: string; heading: string; link: string; lines: ReminderLine[] }

function group({ lines, today, byHand }: ReminderLetter): Group[] {
  const isLate = ({ deadline }: ReminderLine): boolean => today > deadline;
  const owed = lines.filter(({ role, subject }) => role === 'owed' && subject.rule.kind === 'answer');
  const cards = lines.filter(({ subject }) => subject.rule.kind === 'card');
  const of = (role: ReminderRole): ReminderLine[] => lines.filter((line) => line.role === role);
  return [
    { subject: '回答のお願い（期限を過ぎています）', heading: '回答期限を過ぎています', link: '/answers', lines: owed.filter(isLate) },
    { subject: byHand ? '回答のお願い' : '回答期限のお知らせ', heading: '回答期限が近づいています', link: '/answers', lines: owed.filter((line) => !isLate(line)) },
    { subject: '【写し】回答のお願い（期限を過ぎています）', heading: '所属の回答が期限を過ぎています（担当者へのお願いの写し）', link: '/answers', lines: of('copy') },
    { subject: '審査のお願い（期限を過ぎています）', heading: '部会審査の期限を過ぎています', link: '/board', lines: cards.filter(isLate) },
    { subject: '審査期限のお知らせ', heading: '部会審査の期限が近づいています', link: '/board', lines: cards.filter((line) => !isLate(line)) },
    { subject: '電話する区のお知らせ', heading: '電話での確認をお願いします', link: '/progress', lines: of('call') },
  ].filter((one) => one.lines.length > 0);
}

const WEEKDAYS = '日月火水木金土';
const dayWords = (date: string): string => `${formatWareki(date)}（${WEEKDAYS[weekdayOf(date)] ?? ''}）`;

function describe({ subject, deadline, role }: ReminderLine, { today, closed }: ReminderLetter): string[] {
  const days = businessDaysBetween(today, deadline, closed);
  const rest = today > deadline ? days === 0 ? '期限を過ぎています' : `${-days}営業日超過` : days === 0 ? '本日まで' : `残り${days}営業日`;
  const whose = role === 'owed' || subject.organisation === null ? '' : `${subject.organisation.name}　`;
  const state = subject.rule.kind === 'answer' ? { returned: '【差戻し】', checking: '【区内確認中】' }[subject.rule.state as string] ?? '' : '';
  return [`・${whose}${state}${subject.code}　${oneLine(subject.title)}`, `　期限 ${dayWords(deadline)}　${rest}`];
}
