import { differingFields, type AskedKind, EMPTY_CONTENT } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../platform/commands/new-id.ts';
import type { CardEntity } from '../cards/index.ts';
import { SubmissionEntity } from '../submissions/index.ts';

export interface Asked { asks: AskedKind; organisationIds: readonly string[] }
interface Wanted { bureauId?: string | null | undefined; wardIds?: readonly string[] | undefined }

/** Whom a card asks afterwards: the chosen wards, else its 局, else 事務局 (DOMAIN 4.7). */
export function askedAfter(card: CardEntity, answers: readonly SubmissionEntity[], { bureauId, wardIds }: Wanted, secretariatId: string): Asked {
  const wards = wardIds ?? (card.asks === 'wards' ? answers.map(({ organisationId }) => organisationId) : []);
  if (wards.length > 0) return { asks: 'wards', organisationIds: [...new Set(wards)] };
  const bureau = bureauId === undefined ? card.bureauId : bureauId;
  return bureau == null ? { asks: 'secretariat', organisationIds: [secretariatId] } : { asks: 'bureau', organisationIds: [bureau] };
}

const KIND = { wards: 'ward', bureau: 'bureau', secretariat: 'secretariat' } as const;

/** Makes the answers that are newly asked; says which stay and which go. */
export function changeAsked(em: EntityManager, card: CardEntity, answers: readonly SubmissionEntity[], { asks, organisationIds }: Asked) {
  const asked = new Set(organisationIds);
  const present = new Set(answers.map(({ organisationId }) => organisationId));
  const added = organisationIds.filter((id) => !present.has(id)).map((organisationId) => em.create(SubmissionEntity, {
    id: newId(), cardId: card.id, organisationId, organisationKind: KIND[asks],
    state: 'not_started', stateBeforeApproval: null, draft: EMPTY_CONTENT, submitted: null, submittedAt: null, submittedLate: false,
    submittedBy: null, extension: null, openReturn: null, returnDeadline: null, sentBackReason: null, waivedReason: null,
    editedAt: null, editedBy: null, version: 1, draftVersion: 1,
  }));
  return {
    added,
    kept: answers.filter(({ organisationId }) => asked.has(organisationId)),
    removed: answers.filter(({ organisationId }) => !asked.has(organisationId)),
  };
}

/** Somebody wrote in it, be it handed in or not. */
export const hasContent = ({ state, submitted, draft }: SubmissionEntity): boolean =>
  state !== 'not_started' || submitted != null || differingFields(draft, EMPTY_CONTENT).length > 0;
