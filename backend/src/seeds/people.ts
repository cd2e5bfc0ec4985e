import { randomInt } from 'node:crypto';
import type { Role } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { hash } from '@node-rs/argon2';
import { PersonEntity, PostEntity } from '../features/accounts/index.ts';
import { newId } from '../platform/commands/new-id.ts';

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  ward_staff: '区担当', ward_approver: '区承認者', committee_lead: '部会長', bureau_staff: '局担当',
  secretariat: '事務局', viewer: '閲覧者', admin: '管理者',
};

/** Somebody who may log in: the first post is the one in use, further ones are 兼務. */
export interface NewPerson {
  name: string;
  login: string;
  password: string;
  mustChangePassword: boolean;
  posts: { role: Role; organisationId: string; title: string }[];
}

export interface EnteredPerson extends NewPerson { id: string }

/** Writes people and posts. Each distinct password is hashed once, since argon2id is slow on purpose. */
export async function enterPeople(em: EntityManager, people: readonly NewPerson[], now: Date): Promise<EnteredPerson[]> {
  const hashes = new Map<string, string>();
  for (const { password } of people) if (!hashes.has(password)) hashes.set(password, await hash(password));
  const entered = people.map((person) => ({ ...person, id: newId() }));
  await em.insertMany(PersonEntity, entered.map(({ id, name, login, password, mustChangePassword }) => ({
    id, name, login, email: `${login}@furikaeri.example`, passwordHash: hashes.get(password) ?? '', mustChangePassword, disabledAt: null, createdAt: now,
  })));
  await em.insertMany(PostEntity, entered.flatMap(({ id, posts }) => posts.map((post) => ({
    id: newId(), personId: id, ...post, deputyFor: null, validFrom: null, validTo: null,
  }))));
  return entered;
}

/** One account as the start command prints it; begins with the word `account`, parted by tabs. */
export const accountLine = ({ role, login, password }: { role: Role; login: string; password: string }): string =>
  ['account', ROLE_WORDS[role], login, password].join('\t');

/** Without signs that are mistaken for one another when copied from a screen. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 16 signs of 56: about 92 bits. */
export const generatePassword = (): string => Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
