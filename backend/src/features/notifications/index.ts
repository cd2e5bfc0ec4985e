export { NotificationsModule } from './notifications.module.ts';
export { collectNoticeMails, forgetNotices, isNoticeMail, leaveToDigest, NOTICE_MAIL_CHANNEL, noticesOfMails, WAITS_FOR_DIGEST } from './notice-mails.ts';
export { CAN_BE_MAILED } from './can-be-mailed.ts';
export { type NoticeDraft, notify } from './notify.ts';
export { onAnswer, onCard } from './on-card.ts';
export { tellDeadlinesMoved } from './tell-deadlines-moved.ts';
export { endCalendarFeed } from './feed/end-calendar-feed.ts';
export { withdrawNotices } from './withdraw-notices.ts';
