import type { Actor, CardFacts, Role, SubmissionFacts } from '../src/index.ts';

const post = (name: string, role: Role, organisationId: string): Actor =>
  ({ personId: `p-${name}`, postId: `post-${name}`, role, organisationId, deputyFor: null });

/** The cast is the same in every test of the house; 西区 must never see 北区's draft. */
export const cast = {
  kitaStaff: post('kitaStaff', 'ward_staff', 'kita'),
  kitaApprover: post('kitaApprover', 'ward_approver', 'kita'),
  nishiStaff: post('nishiStaff', 'ward_staff', 'nishi'),
  nishiApprover: post('nishiApprover', 'ward_approver', 'nishi'),
  lead: post('lead', 'committee_lead', 'bousai'),
  otherLead: post('otherLead', 'committee_lead', 'jinji'),
  bureau: post('bureau', 'bureau_staff', 'shimin'),
  otherBureau: post('otherBureau', 'bureau_staff', 'fukushi'),
  secretariat: post('secretariat', 'secretariat', 'office'),
  viewer: post('viewer', 'viewer', 'city'),
  admin: post('admin', 'admin', 'city'),
} as const;
export type Player = keyof typeof cast;
export const PLAYERS = Object.keys(cast) as Player[];

/** A live card of くらし・安全・防災部会 and 市民局 that asks wards, in 審査期間. */
export const aCard = (some: Partial<CardFacts> = {}): CardFacts => ({
  id: 'card', cycleId: 'r6', kind: 'live', stage: 'draft', progress: 'in_progress', phase: 'review',
  committeeId: 'bousai', bureauId: 'shimin', asks: 'wards', wardDeadline: '2025-05-14', conferenceOn: '2025-06-13', reopenedLate: false,
  progressDecided: true, texts: { results: true, issues: true, nextSteps: true }, recurring: false, ...some,
});

/** 北区's answer to that card. */
export const anAnswer = (some: Partial<SubmissionFacts> = {}): SubmissionFacts => ({
  id: 'kita-answer', cardId: 'card', organisationId: 'kita', organisationKind: 'ward', state: 'draft', openReturn: false,
  returnedFields: [], groupDeadline: '2025-05-14', extensionDeadline: null, returnDeadline: null, waivedFrom: null, ...some,
});

export const bureauAnswer = (some: Partial<SubmissionFacts> = {}): SubmissionFacts =>
  anAnswer({ id: 'bureau-answer', organisationId: 'shimin', organisationKind: 'bureau', ...some });

export const officeAnswer = (some: Partial<SubmissionFacts> = {}): SubmissionFacts =>
  anAnswer({ id: 'office-answer', organisationId: 'office', organisationKind: 'secretariat', ...some });
