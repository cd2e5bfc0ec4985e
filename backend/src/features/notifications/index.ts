export { NotificationsModule } from './notifications.module.ts';
export { type NoticeDraft, notify } from './notify.ts';
export { onAnswer, onCard } from './on-card.ts';
export { type DeadlineMove, tellDeadlinesMoved } from './tell-deadlines-moved.ts';
