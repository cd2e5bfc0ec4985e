import * as z from 'zod';
import { command } from '../define.ts';
import { AbsenceId, CommandId, NoticeId } from '../ids.ts';
import { Day, Version } from '../wire/basics.ts';
import { AbsenceView, NoticeSettings } from '../wire/notice.ts';

/** 既読にする・未読に戻す: some, or all that are there now. */
export const markNotices = command({
  name: 'notice.mark', path: '/api/notices/mark', summary: 'お知らせを既読にする',
  input: z.object({ commandId: CommandId, notices: z.union([z.literal('all'), z.array(NoticeId).min(1).max(200)]), read: z.boolean() }),
  output: z.object({ unread: z.int() }), problems: ['notice/not-found'],
});
export const saveNoticeSettings = command({
  name: 'notice.save-settings', method: 'PUT', path: '/api/notices/settings', summary: '通知の設定を変える',
  input: z.object({ commandId: CommandId, expectedVersion: Version, settings: NoticeSettings }),
  output: z.object({ settings: NoticeSettings, version: Version }), problems: ['notice/changed-meanwhile'],
});
export const declareAbsence = command({
  name: 'absence.declare', path: '/api/absences', summary: '不在の期間を知らせる',
  input: z.object({ commandId: CommandId, from: Day, to: Day, note: z.string().trim().max(200).default('') }), output: AbsenceView,
  problems: ['permission/denied', 'absence/wrong-period', 'absence/overlaps'],
});
export const cancelAbsence = command({
  name: 'absence.cancel', method: 'DELETE', path: '/api/absences/:absenceId', summary: '不在を取り消す',
  input: z.object({ commandId: CommandId, absenceId: AbsenceId }), output: z.object({ absenceId: AbsenceId }), problems: ['permission/denied', 'absence/not-found'],
});
/** The secret of the feed's address is made on the device and only its hash is kept, so no log can give it away. Making a new one ends the old. */
export const openCalendarFeed = command({
  name: 'calendar-feed.open', path: '/api/calendar-feed', summary: '予定表の購読を始める',
  input: z.object({ commandId: CommandId, token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }), output: z.object({ createdAt: z.iso.datetime({ offset: true }) }), problems: ['calendar-feed/address-taken'],
});
export const closeCalendarFeed = command({
  name: 'calendar-feed.close', method: 'DELETE', path: '/api/calendar-feed', summary: '予定表の購読をやめる',
  input: z.object({ commandId: CommandId }), output: z.object({ closed: z.boolean() }), problems: [],
});
