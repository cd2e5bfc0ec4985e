import type { AnswerContent, Indicator } from '@furikaeri/model';
import { divide, EMPTY_CONTENT, formatFiscalYear } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CardEntity, CardTextEntity, computeFigure, computeStrip } from '../../features/cards/index.ts';
import { CycleEntity, SectionEntity } from '../../features/cycles/index.ts';
import { SubmissionEntity } from '../../features/submissions/index.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { chance } from './answers.ts';
import type { DemoCast } from './cast.ts';
import { inTokyo } from './days.ts';
import { OTHERWISE, SHARE_LAST_YEAR, TEXTS_LAST_YEAR, YES_LAST_YEAR } from './last-year-words.ts';

/**
 * The same plan a year before, 公表 long since: what answers, texts and figures of the running cycle are compared with.
 * Written directly, like the scene itself. Rows settled in that year were still open rows then.
 */
export async function playLastYear(em: EntityManager, cast: DemoCast, cycleId: string): Promise<void> {
  const now = await em.findOneOrFail(CycleEntity, { id: cycleId });
  const year = now.fiscalYear - 1;
  const cycle: CycleEntity = { ...plain(now), id: newId(), fiscalYear: year, phase: 'published', ...datesOf(year), createdAt: inTokyo(`${year + 1}-04-24`, '09:05') };
  await em.insert(CycleEntity, cycle);
  const sections = await em.find(SectionEntity, { cycleId });
  await em.insertMany(SectionEntity, sections.map((section) => ({ ...plain(section), id: newId(), cycleId: cycle.id })));
  const cards = await em.find(CardEntity, { cycleId }, { orderBy: { sort: 'asc' } });
  const answers = await em.find(SubmissionEntity, { cardId: { $in: cards.map(({ id }) => id) } });
  const ids = new Map(cards.map(({ id }) => [id, newId()]));
  const names = new Map([...cast.ids].map(([name, id]) => [id, name]));
  const wards = cast.wards.map(({ id }) => id);
  const made = cards.map((card) => cardOf(card, cycle, ids, answers.filter(({ cardId }) => cardId === card.id), names, wards, cast));
  await em.insertMany(CardEntity, made.map(({ card }) => card));
  await em.insertMany(CardTextEntity, made.flatMap(({ texts }) => texts));
  await em.insertMany(SubmissionEntity, made.flatMap(({ submissions }) => submissions));
}

const plain = <T extends object>(entity: T): T => ({ ...entity });

/** 照会 in late April after the year, 区長会議 in June. */
const datesOf = (year: number) => ({
  openedOn: `${year + 1}-04-24`, wardDeadline: `${year + 1}-05-13`, bureauDeadline: `${year + 1}-05-13`, reviewDeadline: `${year + 1}-05-27`,
  checkDeadline: `${year + 1}-06-05`, conferenceOn: `${year + 1}-06-14`,
});

function cardOf(card: CardEntity, cycle: CycleEntity, ids: ReadonlyMap<string, string>, answers: readonly SubmissionEntity[], names: ReadonlyMap<string, string>, wards: readonly string[], cast: DemoCast) {
  const id = ids.get(card.id) ?? newId();
  const isReference = card.kind === 'reference';
  const indicator = card.indicator == null ? null : indicatorOf(card.indicator, cycle.fiscalYear);
  const at = inTokyo(`${cycle.fiscalYear + 1}-05-22`, '15:00');
  const by = card.committeeId == null ? cast.doer('jimukyoku') : cast.leadOf(card.committeeId);
  const submissions = indicator === null ? [] : answersOf(card, indicator, id, answers, names, cycle.fiscalYear);
  const figure = indicator === null ? null : computeFigure(indicator, submissions);
  const texts = isReference ? null : wordsOf(card, figure);
  const decided = { by, at: at.toISOString(), reason: null };
  return {
    submissions,
    texts: (['results', 'issues', 'nextSteps'] as const).map((field) => ({ cardId: id, field, text: texts?.[field] ?? '', quotes: [], version: 1, updatedAt: at, updatedBy: by })),
    card: {
      ...plain(card), id, cycleId: cycle.id, indicator, figure,
      kind: isReference ? ('reference' as const) : ('live' as const),
      stage: isReference ? null : ('reviewed' as const),
      // What is 完了済み now was completed in that year.
      progress: isReference ? null : card.kind === 'frozen' ? ('completed' as const) : ('in_progress' as const),
      progressDecision: isReference ? null : decided, approval: isReference ? null : decided,
      strip: indicator === null ? '' : computeStrip(indicator, submissions, wards),
      textsWritten: isReference ? card.textsWritten : { results: true, issues: true, nextSteps: true },
      deadline: { ...card.deadline, overdueYears: Math.max(0, card.deadline.overdueYears - 1) },
      references: card.references.map((one) => ({ ...one, cardId: one.cardId === null ? null : ((ids.get(one.cardId) ?? null) as typeof one.cardId) })),
      statusNote: null, amendment: null, wardTable: null, printed: null, returned: 0, comments: 0, reopenedLate: false, version: 1,
    },
  };
}

const indicatorOf = (indicator: Indicator, year: number): Indicator => ({
  ...indicator, printed: null, question: indicator.question.replace(/令和\d+年度/u, formatFiscalYear(year)),
  ...(indicator.until === undefined ? {} : { until: `${year + 1}-03-31` }),
});

function answersOf(card: CardEntity, indicator: Indicator, cardId: string, answers: readonly SubmissionEntity[], names: ReadonlyMap<string, string>, year: number) {
  const lot = answers.toSorted((a, b) => chance(card.code, names.get(a.organisationId) ?? '', 'lot last year') - chance(card.code, names.get(b.organisationId) ?? '', 'lot last year'));
  const yes = YES_LAST_YEAR[card.code] ?? answers.length;
  return answers.map((answer) => {
    const content = contentOf(card.code, indicator, answer.submitted ?? answer.draft, lot.indexOf(answer) < yes);
    const name = names.get(answer.organisationId) ?? '';
    const submittedAt = inTokyo(`${year + 1}-05-${String(7 + Math.floor(chance(card.code, name, 'day last year') * 6)).padStart(2, '0')}`, '11:20');
    const by = { personId: answer.editedBy?.personId ?? answer.id, name: '前任の担当', post: name };
    return {
      ...plain(answer), id: newId(), cardId, state: 'confirmed' as const, stateBeforeApproval: null, draft: content, submitted: content, submittedAt, submittedBy: by, submittedLate: false,
      extension: null, extensionRequest: null, extensionDecision: null, delegation: null, openReturn: null, returnDeadline: null, sentBackReason: null, waivedReason: null,
      editedAt: submittedAt, editedBy: by, version: 3, draftVersion: 3,
    };
  });
}

/** This year's words a year earlier: fewer はい, smaller numbers, and no table before the work began. */
function contentOf(code: string, indicator: Indicator, now: AnswerContent, saysYes: boolean): AnswerContent {
  const base: AnswerContent = { ...EMPTY_CONTENT, example: now.example, asOf: null, certainty: 'final' };
  switch (indicator.kind) {
    case 'count_yes':
      if (now.answer === 'not_applicable') return { ...base, answer: 'not_applicable', example: '', reason: now.reason };
      return saysYes ? { ...base, answer: 'yes' } : { ...base, answer: 'no', example: '', reason: '準備を進めている。', expected: '翌年度中' };
    case 'per_ward': return { ...base, baseline: now.baseline, current: now.baseline === null || now.current === null ? now.current : divide(String(Number(now.baseline) * 10 + Number(now.current) * 10), '20', 1) };
    case 'cumulative': return { ...base, byWard: now.byWard.map((line) => ({ ...line, on: null })), numerator: null };
    default: return { ...base, numerator: scaled(code, now.numerator), denominator: now.denominator, parts: now.parts.map((part) => ({ ...part })) };
  }
}

/** A whole number's share, rounded down; exact because both are whole. */
const scaled = (code: string, value: string | null): string | null =>
  value === null || !/^\d+$/u.test(value) ? value : String(Math.floor((Number(value) * (SHARE_LAST_YEAR[code] ?? 96)) / 100));

function wordsOf(card: CardEntity, figure: ReturnType<typeof computeFigure> | null) {
  const words = TEXTS_LAST_YEAR[card.code] ?? OTHERWISE;
  const n = figure?.value == null ? '一部' : `${figure.value.replace(/\B(?=(\d{3})+$)/gu, ',')}${figure.unit}`;
  return { ...words, results: words.results.replace('{n}', n) };
}
