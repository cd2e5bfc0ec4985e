import * as contracts from '@furikaeri/contracts';
import { LETTER_VARIABLES, MAIL_LANGUAGES, TEMPLATE_KINDS, whyNot } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { houseVersion, newestVersions, versionsOf } from '../template-versions.ts';

/** Every 文面 as it stands now, in both languages, with the variables it may hold. 事務局 alone. */
export async function listTemplates(em: EntityManager, me: SignedIn): Promise<contracts.OutputOf<typeof contracts.listTemplates>> {
  orForbid(whyNot(me, 'reminder.configure', null));
  const newest = new Map((await newestVersions(em.fork())).map((version) => [`${version.kind} ${version.language}`, version]));
  return {
    templates: TEMPLATE_KINDS.flatMap((kind) => MAIL_LANGUAGES.map((language) => newest.get(`${kind} ${language}`) ?? houseVersion(kind, language))),
    variables: LETTER_VARIABLES.map(({ kind, name, means, example, required, isBlock }) => ({ kind, name, means, example, required, isBlock })),
  };
}

/** All versions of one 文面, the newest first. 事務局 alone. */
export async function readTemplateHistory(em: EntityManager, me: SignedIn, raw: unknown): Promise<contracts.OutputOf<typeof contracts.readTemplateHistory>> {
  orForbid(whyNot(me, 'reminder.configure', null));
  const { kind, language } = parseInput(contracts.readTemplateHistory.input, raw);
  return { versions: await versionsOf(em.fork(), kind, language) };
}
