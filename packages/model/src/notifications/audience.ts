import type { CardFacts } from '../card/facts.ts';
import { isLatePhase } from '../cycle/phases.ts';
import type { OrganisationKind, Role } from '../permissions/roles.ts';
import type { SubmissionFacts } from '../submission/facts.ts';

/** Those who hold one of these roles in this organisation today, 代理 included; null: in any. */
export interface Audience { organisationId: string | null; roles: readonly Role[] }

type Asked = Pick<SubmissionFacts, 'organisationId' | 'organisationKind'>;
type ReviewedCard = Pick<CardFacts, 'committeeId' | 'bureauId' | 'reopenedLate' | 'phase'>;

/** 事務局. */
export const OFFICE_PEOPLE: Audience = { organisationId: null, roles: ['secretariat'] };

const ANSWERING: Readonly<Record<SubmissionFacts['organisationKind'], readonly Role[]>> = {
  ward: ['ward_staff', 'ward_approver'], bureau: ['bureau_staff'], secretariat: ['secretariat'],
};

/** Everybody who answers for the asked organisation: of a ward both roles. */
export const answersPeople = ({ organisationId, organisationKind }: Asked): Audience => ({ organisationId, roles: ANSWERING[organisationKind] });

/** Who checks a ward's answer. */
export const approversOf = ({ organisationId }: Asked): Audience => ({ organisationId, roles: ['ward_approver'] });

/** Who writes a ward's answer. */
export const staffOf = ({ organisationId }: Asked): Audience => ({ organisationId, roles: ['ward_staff'] });

/** Who reviews the card: its 部会長, without 部会 事務局. A card reopened in 事務局確認 or 区長会議 is 事務局's matter as well (DOMAIN 4.3). */
export function reviewersOf({ committeeId, reopenedLate, phase }: ReviewedCard): Audience[] {
  if (committeeId === null) return [OFFICE_PEOPLE];
  const lead: Audience = { organisationId: committeeId, roles: ['committee_lead'] };
  return reopenedLate && isLatePhase(phase) ? [lead, OFFICE_PEOPLE] : [lead];
}

/** The 部会長 alone, where the card has a 部会. */
export const leadOf = ({ committeeId }: Pick<CardFacts, 'committeeId'>): Audience[] =>
  (committeeId === null ? [] : [{ organisationId: committeeId, roles: ['committee_lead'] }]);

/** Who owns the card's texts (DOMAIN 4.4): its 部会長, without 部会 its 局; else they are 事務局's own. */
export function ownersOf({ committeeId, bureauId }: ReviewedCard): Audience[] {
  if (committeeId !== null) return leadOf({ committeeId });
  return bureauId === null ? [] : [{ organisationId: bureauId, roles: ['bureau_staff'] }];
}

const CALLED: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  ward: ANSWERING.ward, committee: ['committee_lead'], bureau: ANSWERING.bureau, secretariat: ANSWERING.secretariat, city: [],
};

/** Whom 呼びかけ of an organisation reaches. Nobody calls the whole city. */
export const calledBy = (kind: OrganisationKind, organisationId: string): Audience => ({ organisationId, roles: CALLED[kind] });
