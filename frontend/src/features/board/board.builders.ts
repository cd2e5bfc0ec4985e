import type { CardId, CardTile, Cycle, CycleId, Figure, OrganisationId } from '@furikaeri/contracts';

// Cards and cycles for the specs of the board: a spec says only what matters to it.
let last = 0;
const uuid = (n: number): string => `01970000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const aCycle = (fields: Partial<Cycle> = {}): Cycle => ({
  id: uuid(1) as CycleId, planName: 'plan', fiscalYear: 2024, phase: 'review', openedOn: '2025-04-25', wardDeadline: '2025-05-14', bureauDeadline: '2025-05-14',
  reviewDeadline: '2025-05-28', checkDeadline: '2025-06-06', conferenceOn: '2025-06-13', version: 1, ...fields,
});

export const aFigure = (fields: Partial<Figure> = {}): Figure => ({
  kind: 'count_yes', value: '24', denominator: '24', unit: '区', note: '', printed: null, asked: 24, submitted: 24, yes: 24, no: 0, notApplicable: 0, unanswered: 0, isWhole: false,
  numerator: null, means: null, parts: [], addsUp: null, steps: [], asOf: null, certainty: null, ...fields,
});

export const COMMITTEE = uuid(200) as OrganisationId;

export function aCard(fields: Partial<CardTile> = {}): CardTile {
  last += 1;
  return {
    id: uuid(1000 + last) as CardId, cycleId: uuid(1) as CycleId, sort: last, code: `1-(1)-${last}`, chapter: 1, sectionNumber: '1-(1)', initiative: '取組', title: 'めざす姿',
    kind: 'live', stage: 'draft', progress: 'in_progress', progressDecided: true, asks: 'wards', committeeId: COMMITTEE, bureauId: null, reopenedLate: false,
    texts: { results: true, issues: true, nextSteps: true }, deadline: { text: '令和8年度末まで', recurring: false, overdueYears: 0 }, figure: aFigure(), returned: 0,
    comments: 0, references: [], statusNote: null, version: 1, ...fields,
  };
}
