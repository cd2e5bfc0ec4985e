import type { Actor } from './roles.ts';

/**
 * Where an actor's part of the work lies, for the statements of lists and totals: each id is the actor's own organisation
 * in that capacity, or null. What {@link can} judges row by row, a statement asks of these; specs hold the two together.
 */
export interface Scope {
  /** The 区, 局 or 事務局 the actor answers for. */
  own: string | null;
  /** The 部会 whose cards the actor leads. */
  committee: string | null;
  /** The 局 whose cards the actor looks after. */
  bureau: string | null;
  /** 事務局: every card. */
  office: boolean;
}

/** The scope of a post; 閲覧者 and 管理者 have none. */
export function scopeOf({ role, organisationId }: Actor): Scope {
  const none: Scope = { own: null, committee: null, bureau: null, office: false };
  switch (role) {
    case 'ward_staff':
    case 'ward_approver': return { ...none, own: organisationId };
    case 'committee_lead': return { ...none, committee: organisationId };
    case 'bureau_staff': return { ...none, own: organisationId, bureau: organisationId };
    case 'secretariat': return { ...none, own: organisationId, office: true };
    case 'viewer':
    case 'admin': return none;
  }
}

/** Works on the review, rather than looking on: everybody but 閲覧者 and 管理者. */
export const takesPart = ({ role }: Actor): boolean => role !== 'viewer' && role !== 'admin';

/** Acts for a 区, whose part of the work is its answers. */
export const isOfWard = ({ role }: Actor): boolean => role === 'ward_staff' || role === 'ward_approver';
