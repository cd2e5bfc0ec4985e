export { NotificationsModule } from './notifications.module.ts';
export { collectNoticeMails, forgetNotices, NOTICE_MAIL_CHANNEL, noticesOfMails } from './notice-mails.ts';
export { CAN_BE_MAILED } from './can-be-mailed.ts';
export { HELD_NOTICE } from './held-notices.ts';
export { type NoticeDraft, notify } from './notify.ts';
export { onAnswer, onCard } from './on-card.ts';
export { tellDeadlinesMoved } from './tell-deadlines-moved.ts';
