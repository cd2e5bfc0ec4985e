import type { OrganisationKind, Role } from '@furikaeri/model';
import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const OrganisationEntity = defineEntity({
  name: 'Organisation', tableName: 'organisation',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().$type<OrganisationKind>(),
    name: p.text(),
    code: p.text().nullable(),
    sort: p.integer(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
  },
});
export type OrganisationEntity = InferEntity<typeof OrganisationEntity>;

export const PersonEntity = defineEntity({
  name: 'Person', tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    login: p.text(),
    email: p.text(),
    passwordHash: p.text().lazy(),
    mustChangePassword: p.boolean(),
    disabledAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});
export type PersonEntity = InferEntity<typeof PersonEntity>;

export const PostEntity = defineEntity({
  name: 'Post', tableName: 'post',
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid(),
    organisationId: p.uuid(),
    role: p.string().$type<Role>(),
    title: p.text(),
    /** 代理: the name of whoever is stood in for, and their post. */
    deputyFor: p.text().nullable(),
    deputyOf: p.uuid().nullable(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
  },
});
export type PostEntity = InferEntity<typeof PostEntity>;

export const SessionEntity = defineEntity({
  name: 'Session', tableName: 'session',
  properties: {
    tokenHash: p.text().primary(),
    personId: p.uuid(),
    postId: p.uuid(),
    createdAt: p.datetime(),
    seenAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});
export type SessionEntity = InferEntity<typeof SessionEntity>;
