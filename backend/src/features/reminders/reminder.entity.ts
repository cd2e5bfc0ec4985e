import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** What is due: one recipient, one subject, one step, one effective deadline; once. */
export const ReminderItemEntity = defineEntity({
  name: 'ReminderItem', tableName: 'reminder_item',
  properties: {
    id: p.uuid().primary(),
    recipientId: p.uuid(),
    subjectId: p.uuid(),
    subjectKind: p.string().$type<'answer' | 'card'>(),
    cardId: p.uuid(),
    step: p.text(),
    effectiveDeadline: p.date(),
    mailId: p.uuid().nullable(),
    createdAt: p.datetime(),
  },
});
export type ReminderItemEntity = InferEntity<typeof ReminderItemEntity>;

/** What is sent: one mail a person a day and kind, pending → claimed (a lease) → sent or failed. */
export const ReminderMailEntity = defineEntity({
  name: 'ReminderMail', tableName: 'reminder_mail',
  properties: {
    id: p.uuid().primary(),
    recipientId: p.uuid(),
    sendOn: p.date(),
    kind: p.text(),
    messageId: p.text(),
    state: p.string().$type<'pending' | 'claimed' | 'sent' | 'failed'>(),
    leaseUntil: p.datetime().nullable(),
    attempts: p.integer(),
    lastError: p.text().nullable(),
    subject: p.text().nullable(),
    sentAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});
export type ReminderMailEntity = InferEntity<typeof ReminderMailEntity>;
