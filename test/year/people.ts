import { bureau, committee, otherBureau, otherCommittee, secretariatOffice, wards, type CastOrganisation } from '../kit/cast.ts';

/** One post in the telephone book of the year. */
export interface Post { id: string; person: string; organisation: string; role: 'ward_staff' | 'ward_approver' | 'committee_lead' | 'bureau_staff' | 'secretariat'; from: string | null; to: string | null; standsInFor: string | null }
export interface Person { id: string; name: string; email: string }

export const idOf = (group: string, n: number): string => `00000000-0000-7000-a${group.padStart(3, '0')}-${String(n).padStart(12, '0')}`;
export const BOOK: { people: Person[]; posts: Post[] } = { people: [], posts: [] };

function person(email: string): string {
  const id = idOf('1', BOOK.people.length + 1);
  BOOK.people.push({ id, name: email, email: `${email}@example.test` });
  return id;
}
function post(who: string, organisation: CastOrganisation, role: Post['role'], from: string | null = null, to: string | null = null): string {
  const id = idOf('2', BOOK.posts.length + 1);
  BOOK.posts.push({ id, person: who, organisation: organisation.id, role, from, to, standsInFor: null });
  return id;
}

const LAST = '2026-03-31';
const FIRST = '2026-04-01';
/** Wards whose staff, and whose approver, change with the fiscal year. */
const STAFF_MOVE = [2, 3, 10];
const APPROVER_MOVES = [11, 12];
/** A ward whose staff post is empty all year. */
export const WITHOUT_STAFF = 5;

/** Staff of each ward (one or two), and their approvers (ward 7 has two). */
export const STAFF: string[][] = [];
export const APPROVERS: string[][] = [];
export const APPROVER_POSTS: string[] = [];
wards.forEach((ward, n) => {
  STAFF.push([]);
  APPROVERS.push([]);
  for (let k = 1; k <= (n === WITHOUT_STAFF ? 0 : n % 3 === 0 ? 1 : 2); k += 1) {
    const who = person(`w${n}-staff${k}`);
    STAFF[n]?.push(who);
    post(who, ward, 'ward_staff', null, STAFF_MOVE.includes(n) ? LAST : null);
    if (STAFF_MOVE.includes(n)) post(person(`w${n}-new${k}`), ward, 'ward_staff', FIRST);
  }
  for (let k = 1; k <= (n === 7 ? 2 : 1); k += 1) {
    const who = person(`w${n}-approver${k}`);
    APPROVERS[n]?.push(who);
    const id = post(who, ward, 'ward_approver', null, APPROVER_MOVES.includes(n) ? LAST : n === 4 ? '2025-09-30' : null);
    if (k === 1) APPROVER_POSTS.push(id);
    if (APPROVER_MOVES.includes(n)) post(person(`w${n}-new-approver`), ward, 'ward_approver', FIRST);
    if (n === 4) post(person(`w${n}-autumn-approver`), ward, 'ward_approver', '2025-10-01');
  }
});

/** 部会長 of the one 部会 is also the approver of ward 0; of the other somebody of their own, until the fiscal year ends. */
const LEAD_A = APPROVERS[0]?.[0] ?? '';
export const LEAD_A_POST = post(LEAD_A, committee, 'committee_lead');
export const LEAD_B = person('lead-b');
post(LEAD_B, otherCommittee, 'committee_lead', null, LAST);
post(person('lead-b-new'), otherCommittee, 'committee_lead', FIRST);

export const BUREAU_STAFF = [person('bureau1'), person('bureau2'), person('bureau3')];
BUREAU_STAFF.forEach((who, n) => post(who, n === 0 ? bureau : otherBureau, 'bureau_staff'));
export const OFFICE = [person('office1'), person('office2')];
OFFICE.forEach((who) => post(who, secretariatOffice, 'secretariat'));

export { bureau, committee, otherBureau, otherCommittee, secretariatOffice, wards };
