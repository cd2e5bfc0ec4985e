import { APPROVER_POSTS, APPROVERS, BUREAU_STAFF, idOf, LEAD_A_POST, LEAD_B, OFFICE, STAFF, WITHOUT_STAFF } from './people.ts';
import { Town, type Happening } from './town.ts';

/** Rows that ask wards, the 局's, and the 事務局's own. */
const [WARD_ROWS, BUREAU_ROWS, OFFICE_ROWS, WINTER_ROWS] = [20, 10, 5, 4];
const code = (n: number): string => `M${String(n).padStart(2, '0')}`;

/** The town on 1 April 2025: 令和6年度 is reviewed from 25 April on, a smaller 中間 review begins in December by a ladder of its own. */
export function foundTown(): Town {
  const town = new Town();
  const main = { id: idOf('8', 1), name: 'main' as const, phase: 'preparation', openedOn: '2025-04-25', wards: '2025-05-14', bureaus: '2025-05-14', review: '2025-05-28', ladder: null };
  const winter = {
    id: idOf('8', 2), name: 'winter' as const, phase: 'preparation', openedOn: '2025-12-01', wards: '2026-01-06', bureaus: '2026-01-06', review: '2026-02-27',
    ladder: { steps: [-5, -1, 1, 4], thenEvery: 7, copyFrom: 1, callFrom: 4, escalateAfter: 3 },
  };
  for (const cycle of [main, winter]) town.addCycle(cycle);
  for (let n = 1; n <= WARD_ROWS + BUREAU_ROWS + OFFICE_ROWS; n += 1) town.addCard(main, n, n <= WARD_ROWS ? 'wards' : n <= WARD_ROWS + BUREAU_ROWS ? 'bureau' : 'secretariat');
  for (let n = 1; n <= WINTER_ROWS; n += 1) town.addCard(winter, n, 'wards');
  return town;
}

/** Everything that happens in the year, in its order. */
export const planYear = (): Happening[] =>
  [...phases(), ...dates(), ...wardAnswers(), ...otherAnswers(), ...reviews(), ...lateReopening(), ...winter(), ...absences(), ...notices()].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/** A day on which the relay takes no mail at all. */
export const RELAY_AWAY = ['2025-05-22', '2026-01-08'];

/** Looks between whose sweep and sending something happens. */
export const BETWEEN: readonly (Happening & { look: string })[] = [
  { look: '2025-05-14 09:00', at: '2025-05-14 09:00', what: 'answer', answer: 'M01/10', state: 'submitted' },
  { look: '2025-05-14 09:00', at: '2025-05-14 09:00', what: 'extend', answer: 'M02/12', to: '2025-06-10' },
  { look: '2025-05-20 09:00', at: '2025-05-20 09:00', what: 'away', person: STAFF[20]?.[0] ?? '', from: '2025-05-20', to: '2025-05-20' },
  { look: '2025-06-26 09:00', at: '2025-06-26 09:00', what: 'answer', answer: 'M02/23', state: 'checking' },
];

const phases = (): Happening[] => [
  { at: '2025-04-25 08:00', what: 'phase', cycle: 'main', phase: 'collection' }, { at: '2025-06-03 10:00', what: 'phase', cycle: 'main', phase: 'review' },
  { at: '2025-10-01 10:00', what: 'phase', cycle: 'main', phase: 'check' }, { at: '2025-11-04 10:00', what: 'phase', cycle: 'main', phase: 'conference' },
  { at: '2025-11-17 10:00', what: 'phase', cycle: 'main', phase: 'settled' },
  { at: '2025-12-01 08:00', what: 'phase', cycle: 'winter', phase: 'collection' }, { at: '2026-01-07 10:00', what: 'phase', cycle: 'winter', phase: 'review' },
];

/** A deadline moved twice, back to its first day; a review put off; an own 閉庁日. */
const dates = (): Happening[] => [
  { at: '2025-05-09 12:30', what: 'dates', cycle: 'main', wards: '2025-05-21' }, { at: '2025-05-13 10:00', what: 'dates', cycle: 'main', wards: '2025-05-14' },
  { at: '2025-05-15 10:00', what: 'closed', day: '2025-05-16' }, { at: '2025-06-12 10:00', what: 'dates', cycle: 'main', review: '2025-07-02' },
  { at: '2026-02-10 10:00', what: 'dates', cycle: 'winter', review: '2026-03-25' },
];

/** Each ward with each row in its own way. */
function wardAnswers(): Happening[] {
  const happenings: Happening[] = [];
  for (let n = 1; n <= WARD_ROWS; n += 1) {
    for (let w = 0; w < 24; w += 1) {
      const answer = `${code(n)}/${w}`;
      const way = (w * 7 + n * 13 + w * n) % 20;
      const to = (at: string, state: 'draft' | 'checking' | 'submitted'): void => { happenings.push({ at, what: 'answer', answer, state }); };
      if (w === 23 && n <= 3) continue; // never answers
      if (w === 22 && n === 1) continue;
      to('2025-05-02 14:00', 'draft');
      if (way <= 8) { to('2025-05-07 14:00', 'checking'); to(`2025-05-${String(8 + (way % 6)).padStart(2, '0')} 16:00`, 'submitted'); }
      else if (way <= 12) { to('2025-05-13 15:00', 'checking'); to('2025-05-14 15:00', 'submitted'); }
      else if (way <= 15) { to('2025-05-19 11:00', 'checking'); to('2025-05-23 11:00', 'submitted'); }
      else if (way === 16) { to('2025-05-12 11:00', 'checking'); happenings.push({ at: '2025-05-26 18:00', what: 'talk', answer }); to('2025-06-10 11:00', 'submitted'); }
      else if (way === 17) { happenings.push({ at: '2025-05-13 11:00', what: 'extend', answer, to: '2025-05-30' }); to(w % 2 === 0 ? '2025-05-29 11:00' : '2025-06-05 11:00', 'submitted'); }
      else if (way === 18) { to('2025-05-12 10:00', 'submitted'); happenings.push({ at: '2025-05-30 10:00', what: 'return', answer, to: '2025-06-04' }); to(w % 2 === 0 ? '2025-06-03 10:00' : '2025-06-16 10:00', 'submitted'); }
      else to('2025-07-15 10:00', 'submitted');
    }
  }
  return happenings;
}

function otherAnswers(): Happening[] {
  const happenings: Happening[] = [];
  for (let n = WARD_ROWS + 1; n <= WARD_ROWS + BUREAU_ROWS + OFFICE_ROWS; n += 1) {
    const answer = `${code(n)}/${n <= WARD_ROWS + BUREAU_ROWS ? 'bureau' : 'secretariat'}`;
    if (n % 5 === 0) happenings.push({ at: '2025-05-20 10:00', what: 'extend', answer, to: '2025-06-06' });
    happenings.push({ at: n % 4 === 0 ? '2025-07-01 10:00' : n % 4 === 1 ? '2025-05-26 10:00' : '2025-05-12 10:00', what: 'answer', answer, state: 'submitted' });
  }
  return happenings;
}

/** 部会審査 from the middle of June; some cards take until autumn. */
function reviews(): Happening[] {
  const happenings: Happening[] = [];
  for (let n = 1; n <= WARD_ROWS + BUREAU_ROWS + OFFICE_ROWS; n += 1) {
    if (n % 4 !== 0) happenings.push({ at: '2025-06-16 13:00', what: 'review', card: code(n) });
    if (n % 6 === 1) happenings.push({ at: '2025-06-24 13:00', what: 'comment', card: code(n) });
    happenings.push({ at: n <= 3 ? '2025-11-10 13:00' : n % 5 === 0 ? '2025-06-27 13:00' : n % 5 === 1 ? '2025-08-20 13:00' : '2025-07-16 13:00', what: 'approve', card: code(n) });
  }
  return happenings;
}

/** In 事務局確認 one card is opened again and one of its answers goes back. */
const lateReopening = (): Happening[] => [
  { at: '2025-10-06 10:00', what: 'reopen', card: 'M04' }, { at: '2025-10-07 10:00', what: 'return', answer: 'M04/14', to: '2025-10-10' },
  { at: '2025-10-20 13:00', what: 'answer', answer: 'M04/14', state: 'submitted' }, { at: '2025-10-23 10:00', what: 'approve', card: 'M04' },
];

/** Over the turn of the year, the end of February and that of the fiscal year; ward 10 never answers. */
function winter(): Happening[] {
  const happenings: Happening[] = [];
  for (let n = 1; n <= WINTER_ROWS; n += 1) {
    for (let w = 0; w < 24; w += 1) {
      const answer = `X0${n}/${w}`;
      if (w === 10) continue;
      if (w === 11) happenings.push({ at: '2025-12-24 10:00', what: 'extend', answer, to: '2026-02-27' });
      if (w === 12) happenings.push({ at: '2026-01-07 10:00', what: 'extend', answer, to: '2026-03-31' });
      if (w === 13) { happenings.push({ at: '2025-12-26 16:00', what: 'answer', answer, state: 'checking' }); happenings.push({ at: '2026-01-14 16:00', what: 'answer', answer, state: 'submitted' }); }
      if (w < 11) happenings.push({ at: w % 2 === 0 ? '2025-12-22 10:00' : '2026-01-05 16:00', what: 'answer', answer, state: 'submitted' });
      if (w > 13) happenings.push({ at: `2026-01-${String(5 + ((w + n) % 9)).padStart(2, '0')} 10:00`, what: 'answer', answer, state: 'submitted' });
    }
  }
  return happenings;
}

const absences = (): Happening[] => [
  ...STAFF[1]?.map((person): Happening => ({ at: '2025-05-08 10:00', what: 'away', person, from: '2025-05-12', to: '2025-05-15' })) ?? [],
  { at: '2025-05-19 13:00', what: 'away', person: STAFF[2]?.[0] ?? '', from: '2025-05-20', to: '2025-06-06' },
  ...[...STAFF[3] ?? [], ...APPROVERS[3] ?? []].map((person): Happening => ({ at: '2025-05-01 10:00', what: 'away', person, from: '2025-05-14', to: '2025-05-23' })),
  { at: '2025-06-01 10:00', what: 'away', person: LEAD_B, from: '2025-06-02', to: '2025-06-20' },
  { at: '2025-05-01 10:00', what: 'away', person: OFFICE[1] ?? '', from: '2025-05-19', to: '2025-05-26' },
  { at: '2025-08-01 10:00', what: 'away', person: STAFF[23]?.[0] ?? '', from: '2025-08-12', to: '2025-08-22' },
  { at: '2025-05-16 10:00', what: 'deputy', person: APPROVERS[8]?.[0] ?? '', post: APPROVER_POSTS[6] ?? '', from: '2025-05-19', to: '2025-06-13' },
  { at: '2025-05-16 10:00', what: 'away', person: APPROVERS[6]?.[0] ?? '', from: '2025-05-19', to: '2025-06-13' },
  { at: '2025-05-16 10:00', what: 'away', person: APPROVERS[8]?.[0] ?? '', from: '2025-05-26', to: '2025-05-28' },
  { at: '2025-06-27 10:00', what: 'deputy', person: LEAD_B, post: LEAD_A_POST, from: '2025-07-01', to: '2025-07-11' },
  { at: '2025-06-02 10:00', what: 'disabled', person: STAFF[13]?.[0] ?? '' },
  { at: '2025-05-01 10:00', what: 'away', person: APPROVERS[WITHOUT_STAFF]?.[0] ?? '', from: '2025-05-20', to: '2025-05-20' },
  { at: '2026-03-01 10:00', what: 'away', person: APPROVERS[10]?.[0] ?? '', from: '2026-03-27', to: '2026-04-03' },
];

/** お知らせ: for the まとめメール, at once, in hours of quiet, read before, while away, while the relay is away. */
function notices(): Happening[] {
  let n = 0;
  const tell = (at: string, person: string | undefined, channel: 'mail' | 'digest' | 'app', readAt?: string): Happening[] => {
    n += 1;
    const id = idOf('9', n);
    return [{ at, what: 'notice', id, person: person ?? '', channel }, ...(readAt === undefined ? [] : [{ at: readAt, what: 'read' as const, id }])];
  };
  return [
    { at: '2025-04-02 10:00', what: 'quiet', person: BUREAU_STAFF[0] ?? '', quiet: null },
    { at: '2025-04-02 10:00', what: 'quiet', person: OFFICE[0] ?? '', quiet: { from: '22:00', to: '08:00', closedDays: false } },
    ...tell('2025-04-10 13:00', STAFF[0]?.[0], 'digest'), ...tell('2025-05-13 18:30', STAFF[0]?.[0], 'digest'), ...tell('2025-05-14 11:00', STAFF[0]?.[0], 'digest'),
    ...tell('2025-05-09 18:30', STAFF[4]?.[0], 'mail'), ...tell('2025-05-10 09:30', STAFF[4]?.[0], 'mail'), ...tell('2025-05-10 09:30', BUREAU_STAFF[0], 'mail'),
    ...tell('2025-05-12 16:30', OFFICE[0], 'mail'), ...tell('2025-05-12 09:30', OFFICE[0], 'mail', '2025-05-12 09:45'), ...tell('2025-06-09 13:00', OFFICE[1], 'digest', '2025-06-10 08:00'),
    ...tell('2025-05-13 10:00', STAFF[1]?.[0], 'digest'), ...tell('2025-05-13 10:00', STAFF[1]?.[0], 'mail'), ...tell('2025-05-22 10:00', STAFF[9]?.[0], 'mail'),
    ...tell('2025-05-21 18:00', STAFF[9]?.[0], 'digest'), ...tell('2025-08-08 18:00', APPROVERS[9]?.[0], 'digest'), ...tell('2025-12-27 12:00', STAFF[15]?.[0], 'mail'),
    ...tell('2025-12-27 12:00', STAFF[16]?.[0], 'digest'), ...tell('2026-03-31 18:00', STAFF[2]?.[0], 'digest'), ...tell('2025-09-01 10:00', STAFF[8]?.[0], 'app'),
  ];
}
