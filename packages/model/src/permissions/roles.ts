/** 役割: 区担当 · 区承認者 · 部会長 · 局担当 · 事務局 · 閲覧者 · 管理者. */
export const ROLES = [
  'ward_staff', 'ward_approver', 'committee_lead', 'bureau_staff', 'secretariat', 'viewer', 'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** 区 · 部会 · 局 · 事務局 · the city itself (閲覧者 and 管理者 belong to it). */
export const ORGANISATION_KINDS = ['ward', 'committee', 'bureau', 'secretariat', 'city'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** The person acting, through the one post chosen in the header. */
export interface Actor {
  personId: string;
  postId: string;
  role: Role;
  organisationId: string;
  /** Name of the person this post stands in for (代理), or null. */
  deputyFor: string | null;
}
