import type { CardTile, ImportSchedule, Quote } from '@furikaeri/contracts';
import { CARD_TEXTS, type AskedKind, type CardText, EMPTY_CONTENT, type Indicator } from '@furikaeri/model';
import { askedByWords, guessIndicator, type ParsedSheet, resolveReferences, type ResolvedReference } from '@furikaeri/sheet';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../platform/commands/new-id.ts';
import { CardEntity, CardTextEntity, computeFigure, computeStrip } from '../cards/index.ts';
import { SubmissionEntity } from '../submissions/index.ts';
import type { DraftCard } from './draft-card.ts';
import type { OrganisationBook } from './organisations.ts';
import { keyOf, type SetupRow } from './setup-file.ts';

interface Asked { asks: AskedKind; why: string; committeeId: string | null; bureauId: string | null; organisationIds: string[]; deadline: string | null }

export interface BuiltCycle {
  cards: CardRow[];
  submissions: SubmissionRow[];
  /** With the groups' deadlines as the setup moved them. */
  schedule: ImportSchedule;
  save: (em: EntityManager) => Promise<void>;
}
type CardRow = ReturnType<typeof cardRow>;
type SubmissionRow = ReturnType<typeof submissionRow>;

interface Material {
  cycleId: string;
  sheet: ParsedSheet;
  drafts: readonly DraftCard[];
  setup: ReadonlyMap<string, SetupRow>;
  organisations: OrganisationBook;
  schedule: ImportSchedule;
}

/** Everything below the cycle, ready to be written: one row of the form, one card. */
export function buildCards({ cycleId, sheet, drafts, setup, organisations, schedule: base }: Material): BuiltCycle {
  const ids = drafts.map(() => newId());
  const idOfCode = new Map(drafts.map(({ code }, index) => [code, ids[index] ?? '']));
  const resolved = resolveReferences(sheet);
  const asked = drafts.map((draft) => askedOf(draft, setup.get(keyOf(draft.code)), organisations));
  const schedule = groupDeadlines(base, asked);
  const cards: CardRow[] = [];
  const texts: { cardId: string; field: CardText; text: string; quotes: Quote[]; version: number }[] = [];
  const submissions: SubmissionRow[] = [];
  for (const [index, draft] of drafts.entries()) {
    const id = ids[index] ?? '';
    const who = asked[index];
    if (who === undefined) continue;
    const references = referencesOf(draft, resolved, idOfCode);
    const indicator = draft.kind === 'live' ? guessIndicator(draft.row, { asks: who.asks, fiscalYear: sheet.fiscalYear, wards: organisations.wardIds.length, preamble: draft.initiative.preamble }) : null;
    const [group, own] = who.asks === 'wards' ? [schedule.wardDeadline, who.deadline ?? base.wardDeadline] : [schedule.bureauDeadline, who.deadline ?? base.bureauDeadline];
    const answers = who.organisationIds.map((organisationId) => submissionRow(id, organisationId, who.asks, own > group ? own : null));
    submissions.push(...answers);
    cards.push(cardRow({ id, cycleId, sort: index + 1, draft, who, references, indicator, answers, wardIds: organisations.wardIds }));
    for (const field of CARD_TEXTS) texts.push({ cardId: id, field, text: draft.texts[field], quotes: [], version: 1 });
  }
  return {
    cards, submissions, schedule,
    save: async (em) => {
      await em.insertMany(CardEntity, cards);
      await em.insertMany(CardTextEntity, texts.map((text) => ({ ...text, updatedAt: null, updatedBy: null })));
      if (submissions.length > 0) await em.insertMany(SubmissionEntity, submissions);
    },
  };
}

/** The setup wins where it names a row; else the words of the sheet decide (DOMAIN 4.7). */
function askedOf(draft: DraftCard, row: SetupRow | undefined, organisations: OrganisationBook): Asked {
  if (draft.kind !== 'live') return { asks: 'secretariat', why: '', committeeId: null, bureauId: null, organisationIds: [], deadline: null };
  const words = askedByWords(draft.row, draft.initiative);
  const committee = row?.committee ?? null;
  const bureau = row === undefined ? (words.asks === 'bureau' ? words.bureau : null) : row.bureau;
  const committeeId = committee === null ? null : organisations.findOrMake('committee', committee);
  const bureauId = bureau === null ? null : organisations.findOrMake('bureau', bureau);
  const wardIds = row === undefined ? (words.asks === 'wards' ? organisations.wardIds : []) : wardsOf(row, organisations);
  const asks: AskedKind = wardIds.length > 0 ? 'wards' : bureauId === null ? 'secretariat' : 'bureau';
  return {
    asks, committeeId, bureauId,
    why: row === undefined ? words.reason : `設定ファイルの${row.line}行目にあるため`,
    organisationIds: asks === 'wards' ? wardIds : [bureauId ?? organisations.secretariatId],
    deadline: row?.deadline ?? null,
  };
}

/** One entry for each row a reference stands for; a reference that found none keeps its section for a person to look up. */
function referencesOf(draft: DraftCard, resolved: readonly ResolvedReference[], idOfCode: ReadonlyMap<string, string>): CardTile['references'] {
  return resolved.filter(({ code }) => code === draft.code).flatMap(({ reference: { kind, section }, targets }): CardTile['references'] => targets.length === 0
    ? [{ kind, section, cardId: null, code: null }]
    : targets.map((code) => ({ kind, section, cardId: (idOfCode.get(code) ?? null) as CardTile['references'][number]['cardId'], code })));
}

function wardsOf(row: SetupRow, organisations: OrganisationBook): string[] {
  if (row.wards === '*') return organisations.wardIds;
  const named = new Set(row.wards.map((name) => organisations.find('ward', name)));
  return organisations.wardIds.filter((id) => named.has(id));
}

/**
 * The group's deadline is the earliest that any of its rows has; a row with more time has it as an extension, so that
 * 審査を始める still knows who may be waited for.
 */
function groupDeadlines(base: ImportSchedule, asked: readonly Asked[]): ImportSchedule {
  const earliest = (fallback: string, group: readonly Asked[]): string =>
    group.map(({ deadline }) => deadline ?? fallback).reduce((least, day) => (day < least ? day : least), group.length === 0 ? fallback : '9999-12-31');
  const withAnswers = asked.filter(({ organisationIds }) => organisationIds.length > 0);
  return {
    ...base,
    wardDeadline: earliest(base.wardDeadline, withAnswers.filter(({ asks }) => asks === 'wards')),
    bureauDeadline: earliest(base.bureauDeadline, withAnswers.filter(({ asks }) => asks !== 'wards')),
  };
}

const submissionRow = (cardId: string, organisationId: string, asks: AskedKind, extension: string | null) => ({
  id: newId(), cardId, organisationId,
  organisationKind: (asks === 'wards' ? 'ward' : asks) as SubmissionEntity['organisationKind'],
  state: 'not_started' as const, stateBeforeApproval: null, draft: EMPTY_CONTENT, submitted: null, submittedAt: null,
  submittedLate: false, submittedBy: null, extension, openReturn: null, returnDeadline: null, sentBackReason: null, waivedReason: null,
  editedAt: null, editedBy: null, extensionRequest: null, extensionDecision: null, delegation: null, version: 1, draftVersion: 1,
});

interface CardMaterial {
  id: string; cycleId: string; sort: number; draft: DraftCard; who: Asked;
  references: CardTile['references']; indicator: Indicator | null; answers: readonly SubmissionRow[]; wardIds: readonly string[];
}

function cardRow({ id, cycleId, sort, draft, who, references, indicator, answers, wardIds }: CardMaterial) {
  const { row, initiative, texts } = draft;
  const isWritten = (field: CardText): boolean => texts[field].trim() !== '';
  return {
    id, cycleId, sort, code: draft.code, sectionNumber: initiative.section, chapter: draft.chapter,
    initiative: initiative.title, preamble: initiative.preamble ?? null, footnote: initiative.footnote ?? null,
    title: draft.title, goals: draft.goals, measures: draft.measures,
    kind: draft.kind, stage: draft.kind === 'live' ? ('draft' as const) : null, progress: draft.progress,
    progressDecision: null, approval: null,
    asks: who.asks, askedWhy: who.why, committeeId: who.committeeId, bureauId: who.bureauId, reopenedLate: false,
    deadline: draft.deadline,
    indicator,
    figure: indicator === null ? null : computeFigure(indicator, answers),
    strip: indicator === null ? '' : computeStrip(indicator, answers, wardIds),
    textsWritten: { results: isWritten('results'), issues: isWritten('issues'), nextSteps: isWritten('nextSteps') },
    references,
    statusNote: row.statusNote?.text ?? null,
    amendment: row.amendment?.text ?? null,
    wardTable: row.wardTable ?? null,
    printed: { initiative: initiative.number, code: row.code, references: row.references, statusNote: row.statusNote ?? null, amendment: row.amendment ?? null },
    returned: 0, comments: 0, version: 1,
  };
}
