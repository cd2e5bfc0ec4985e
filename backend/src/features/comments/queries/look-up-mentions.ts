import { lookUpMentions as contract, type OutputOf } from '@furikaeri/contracts';
import { calledBy, matchesSearch, whyNot } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { CardEntity, cardFacts } from '../../cards/index.ts';
import { CycleEntity } from '../../cycles/index.ts';
import { SubmissionEntity, submissionFacts } from '../../submissions/index.ts';
import { type Reader, readersOf } from '../readers.ts';

type Candidate = OutputOf<typeof contract>['candidates'][number];

/** As many as a list beside the text can show. */
const MOST = 30;
const NAMES_SHOWN = 3;

/** Whom a comment here may call: 区・部会・局・事務局 and persons who can read it, the nearest to the matter first. */
export const lookUpMentions = (em: EntityManager, actor: SignedIn, raw: unknown, today: string): Promise<OutputOf<typeof contract>> => readSnapshot(em, async (at) => {
  const { cardId, submissionId, q } = parseInput(contract.input, raw);
  const card = await at.findOne(CardEntity, { id: cardId });
  if (card === null) throw new ProblemError('card/not-found');
  const cycle = await at.findOneOrFail(CycleEntity, { id: card.cycleId });
  const submission = submissionId === undefined ? null : await at.findOne(SubmissionEntity, { id: submissionId, cardId });
  if (submission === null && submissionId !== undefined) throw new ProblemError('submission/not-found');
  const subject = { card: cardFacts(card, cycle), submission: submission === null ? null : submissionFacts(submission, cycle) };
  orForbid(whyNot(actor, 'comment.write', subject));
  const readers = (await readersOf(at, subject, today)).filter(({ deputyOf }) => deputyOf === null);
  const near = new Set([submission?.organisationId, card.committeeId, card.bureauId, actor.organisationId]);
  const isNear = ({ organisationId, kind }: Reader): boolean => near.has(organisationId) || kind === 'secretariat';
  const candidates = [...organisations(readers), ...persons(readers, actor.personId)]
    .filter(({ candidate: { name, detail } }) => matchesSearch(`${name} ${detail}`, q))
    .sort((a, b) => Number(isNear(b.reader)) - Number(isNear(a.reader)));
  return { candidates: candidates.slice(0, MOST).map(({ candidate }) => candidate) };
});

interface Found { candidate: Candidate; reader: Reader }

function organisations(readers: readonly Reader[]): Found[] {
  const members = new Map<string, Reader[]>();
  for (const reader of readers) {
    if (calledBy(reader.kind, reader.organisationId).roles.includes(reader.role)) members.set(reader.organisationId, [...(members.get(reader.organisationId) ?? []), reader]);
  }
  return [...members.values()].flatMap((all) => all.slice(0, 1).map((reader) => {
    const names = [...new Set(all.map(({ name }) => name))];
    const detail = names.slice(0, NAMES_SHOWN).join('、') + (names.length > NAMES_SHOWN ? '…' : '');
    return { reader, candidate: { kind: 'organisation', id: reader.organisationId, name: reader.organisation, detail } as Candidate };
  }));
}

function persons(readers: readonly Reader[], self: string): Found[] {
  const first = new Map<string, Reader>();
  for (const reader of readers) if (reader.personId !== self && !first.has(reader.personId)) first.set(reader.personId, reader);
  return [...first.values()].map((reader) => ({
    reader, candidate: { kind: 'person', id: reader.personId, name: reader.name, detail: `${reader.organisation} ${reader.title}`.trim() } as Candidate,
  }));
}
