import * as z from 'zod';
import { query } from '../define.ts';
import { CardId, NoticeId, SubmissionId } from '../ids.ts';
import { Instant, Version } from '../wire/basics.ts';
import { AbsenceView, Mention, Notice, NoticeSettings } from '../wire/notice.ts';
import { Seqs } from './board.ts';

/** The newest first; `before` is the last one's id for the next page. */
export const listNotices = query({
  name: 'notice.list', path: '/api/notices', summary: 'お知らせ',
  input: z.object({ before: NoticeId.optional(), unreadOnly: z.stringbool().optional() }),
  output: z.object({ notices: z.array(Notice), more: z.boolean(), unread: z.int(), seqs: Seqs }),
  problems: [],
});
export const readNoticeSettings = query({
  name: 'notice.settings', path: '/api/notices/settings', summary: '通知の設定',
  input: z.object({}), output: z.object({ settings: NoticeSettings, version: Version }), problems: [],
});
export const listAbsences = query({
  name: 'absence.list', path: '/api/absences', summary: '不在の期間', input: z.object({}), output: z.object({ absences: z.array(AbsenceView) }), problems: ['permission/denied'],
});
/** Whom a comment at this place may call: only who can read it there. */
export const lookUpMentions = query({
  name: 'mention.look-up', path: '/api/cards/:cardId/mentions', summary: '呼びかける相手',
  input: z.object({ cardId: CardId, submissionId: SubmissionId.optional(), q: z.string().max(50).default('') }),
  output: z.object({ candidates: z.array(z.intersection(Mention, z.object({ detail: z.string() }))) }), problems: ['permission/denied', 'card/not-found', 'submission/not-found'],
});
export const readCalendarFeed = query({
  name: 'calendar-feed.read', path: '/api/calendar-feed', summary: '予定表の購読',
  input: z.object({}), output: z.object({ feed: z.object({ createdAt: Instant, lastReadAt: Instant.nullable() }).nullable() }), problems: [],
});
/** The feed itself, for whoever has its secret address. */
export const downloadCalendar = query({
  name: 'calendar-feed.download', path: '/api/calendar/:file', summary: '予定表（.ics）', answer: 'file',
  input: z.object({ file: z.string().regex(/^[A-Za-z0-9_-]{43}\.ics$/) }), output: z.unknown(), problems: ['calendar-feed/not-found'],
});
