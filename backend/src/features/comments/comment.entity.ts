import type { Doer, Mention } from '@furikaeri/contracts';
import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const CommentEntity = defineEntity({
  name: 'Comment', tableName: 'comment',
  properties: {
    id: p.uuid().primary(),
    cardId: p.uuid(),
    submissionId: p.uuid().nullable(),
    author: p.json<Doer>(),
    authorPersonId: p.uuid(),
    text: p.text(),
    mentions: p.json<Mention[]>(),
    createdAt: p.datetime(),
    editedAt: p.datetime().nullable(),
    removedAt: p.datetime().nullable(),
    version: p.integer(),
  },
});
export type CommentEntity = InferEntity<typeof CommentEntity>;
