/** What a notice in the お知らせ tells of. Each kind is set apart by person. */
export const NOTICE_KINDS = [
  'mention', 'check_requested', 'sent_back', 'returned', 'resubmitted', 'approved', 'reopened',
  'extension_asked', 'extension_decided', 'deadline_changed', 'text_changed', 'deputy_named', 'reminder',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** なし · 画面だけ · すぐメール (and on the screen) · まとめメール (and on the screen). */
export const NOTICE_CHANNELS = ['none', 'app', 'mail', 'digest'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** Where a kind goes while its reader has said nothing else. What has to be done soon goes by mail, the rest waits for the まとめメール. */
export const DEFAULT_CHANNELS: Readonly<Record<NoticeKind, NoticeChannel>> = {
  mention: 'digest', check_requested: 'digest', sent_back: 'mail', returned: 'mail', resubmitted: 'digest', approved: 'app', reopened: 'digest',
  extension_asked: 'digest', extension_decided: 'mail', deadline_changed: 'digest', text_changed: 'digest', deputy_named: 'mail', reminder: 'digest',
};

/** Kinds that nobody can turn off: a deadline must not pass unheard. */
export const FIXED_KINDS: readonly NoticeKind[] = ['reminder'];

/**
 * 通知しない時間帯: no お知らせ goes by mail at once between these clock times ("HH:MM", Asia/Tokyo; over midnight where `from` is
 * the later), nor on closed days where so chosen. The まとめメール (in office hours) and a 督促 go all the same: a deadline must
 * not pass unheard.
 */
export interface QuietHours { from: string; to: string; closedDays: boolean }
export const DEFAULT_QUIET: QuietHours = { from: '17:30', to: '09:00', closedDays: true };
