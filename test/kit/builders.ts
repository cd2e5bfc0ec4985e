import type { Doer } from '../../packages/contracts/src/index.ts';
import { EMPTY_CONTENT, type AnswerContent, type AskedKind, type Indicator, type Phase, type Progress, type Stage, type SubmissionState } from '../../packages/model/src/index.ts';
import { newId } from '../../backend/src/platform/commands/new-id.ts';
import { CardEntity, CardTextEntity } from '../../backend/src/features/cards/card.entity.ts';
import { CycleEntity, PlanEntity, SectionEntity } from '../../backend/src/features/cycles/cycle.entity.ts';
import { SubmissionEntity } from '../../backend/src/features/submissions/submission.entity.ts';
import type { EntityManager } from '../../backend/src/platform/database/connect.ts';
import { bureau, committee, committeeLead, kita, secretariatOffice, ward, type CastMember, type CastOrganisation } from './cast.ts';

interface HasEm { em: () => EntityManager }

/** The review of 令和6年度 in 照会, its wards' deadline (2025-05-20) still ahead of the test clock (2025-05-14). */
export const aCycle = () => new CycleBuilder();

class CycleBuilder {
  private readonly row = {
    id: newId(), planId: newId(), fiscalYear: 2024, phase: 'collection' as Phase,
    openedOn: '2025-04-25', wardDeadline: '2025-05-20', bureauDeadline: '2025-05-20', reviewDeadline: '2025-05-30',
    checkDeadline: '2025-06-06', conferenceOn: '2025-06-13', version: 1, createdAt: new Date('2025-04-25T00:00:00Z'),
  };

  in(phase: Phase): this { this.row.phase = phase; return this; }
  of(fiscalYear: number): this { this.row.fiscalYear = fiscalYear; return this; }
  /** The wards' and the 局's deadline, e.g. '2025-05-13' for a deadline that was yesterday. */
  wardsUntil(day: string): this { this.row.wardDeadline = day; this.row.bureauDeadline = day; return this; }
  with(more: Partial<Omit<CycleRow, 'id'>>): this { Object.assign(this.row, more); return this; }

  async build({ em: fork }: HasEm): Promise<CycleRow> {
    const em = fork();
    await em.insert(PlanEntity, { id: this.row.planId, name: `計画 ${this.row.planId}` });
    await em.insert(CycleEntity, this.row);
    await em.insertMany(SectionEntity, [
      { id: newId(), cycleId: this.row.id, number: '3', title: '安全・安心', sort: 1 },
      { id: newId(), cycleId: this.row.id, number: '3(1)', title: '地域の備え', sort: 2 },
    ]);
    return this.row;
  }
}
export type CycleRow = CycleBuilder['row'];

const COUNT_YES: Indicator = { kind: 'count_yes', unit: '区', question: '令和6年度に実施しましたか', denominator: null, note: '', threshold: null, columns: null, printed: null };
let cards = 0;

/** A live card in 下書き of くらし・安全・防災部会 and 市民局 that counts はい over the wards. It asks nobody until told to. */
export const aCard = (cycle: { id: string }) => new CardBuilder(cycle.id);

class CardBuilder {
  private readonly row;
  private asked: CastOrganisation[] = [];
  private texts = { results: '', issues: '', nextSteps: '' };

  constructor(cycleId: string) {
    cards += 1;
    this.row = {
      id: newId(), cycleId, sort: cards, code: `3-(1)-${100 + cards}`, sectionNumber: '3(1)', chapter: 3, initiative: '災害等への対応力強化', preamble: null,
      title: '全区で訓練を行う', goals: [{ text: '全区で訓練を行う', deadline: '令和8年度末まで' }] as { text: string; deadline: string | null }[],
      measures: { kind: 'text', text: '訓練の実施' } as { kind: 'text'; text: string },
      kind: 'live' as 'live' | 'frozen' | 'reference', stage: 'draft' as Stage | null, progress: 'in_progress' as Progress | null,
      progressDecision: null as { by: Doer; at: string; reason: string | null } | null, approval: null as { by: Doer; at: string; reason: string | null } | null,
      asks: 'wards' as AskedKind, askedWhy: '', committeeId: committee.id as string | null, bureauId: bureau.id as string | null,
      reopenedLate: false, deadline: { text: '令和8年度末まで', recurring: false, overdueYears: 0 }, indicator: COUNT_YES as Indicator | null,
      figure: null, strip: '', textsWritten: { results: false, issues: false, nextSteps: false }, references: [], statusNote: null, amendment: null, wardTable: null,
      returned: 0, comments: 0, version: 1,
    };
  }

  asking(...names: string[]): this { this.asked.push(...names.map(ward)); return this; }
  /** Asks the card's 局 for its one answer, wards none. */
  askingBureau(): this { this.row.asks = 'bureau'; this.asked = [bureau]; return this; }
  askingSecretariat(): this { this.row.asks = 'secretariat'; this.row.bureauId = null; this.asked = [secretariatOffice]; return this; }
  at(stage: Stage): this { this.row.stage = stage; return this; }
  of(organisation: CastOrganisation | null): this { this.row.committeeId = organisation?.id ?? null; return this; }
  ofBureau(organisation: CastOrganisation | null): this { this.row.bureauId = organisation?.id ?? null; return this; }
  measuring(indicator: Partial<Indicator>): this { this.row.indicator = { ...COUNT_YES, ...indicator }; return this; }
  frozen(): this { Object.assign(this.row, { kind: 'frozen', stage: null, progress: 'completed_earlier', indicator: null }); return this; }
  everyYear(): this { this.row.deadline = { text: '毎年度', recurring: true, overdueYears: 0 }; return this; }
  withTexts(text = '—'): this { this.texts = { results: text, issues: text, nextSteps: text }; return this; }
  decided(progress: Progress = 'in_progress', by: CastMember = committeeLead): this {
    this.row.progress = progress;
    this.row.progressDecision = { by: by.doer, at: '2025-05-13T01:00:00.000Z', reason: null };
    return this;
  }
  with(more: Partial<Omit<CardRow, 'id'>>): this { Object.assign(this.row, more); return this; }

  async build({ em: fork }: HasEm): Promise<CardRow> {
    const em = fork();
    const { texts, row } = this;
    row.textsWritten = { results: texts.results !== '', issues: texts.issues !== '', nextSteps: texts.nextSteps !== '' };
    row.strip = '.'.repeat(this.asked.length);
    await em.insert(CardEntity, row);
    await em.insertMany(CardTextEntity, (['results', 'issues', 'nextSteps'] as const).map((field) => ({ cardId: row.id, field, text: texts[field], quotes: [], version: 1, updatedAt: null, updatedBy: null })));
    for (const organisation of this.asked) await aSubmission(row).by(organisation).build({ em: fork });
    return row;
  }
}
export type CardRow = CardBuilder['row'];

/**
 * An answer of 北区 in 未着手. It takes the place of the untouched one that `aCard().asking(…)` made.
 * The card's stage and figure are left as they are: say them in `aCard`.
 */
export const aSubmission = (card: { id: string }) => new SubmissionBuilder(card.id);

class SubmissionBuilder {
  private readonly row;

  constructor(cardId: string) {
    this.row = {
      id: newId(), cardId, organisationId: kita.id, organisationKind: 'ward' as 'ward' | 'bureau' | 'secretariat',
      state: 'not_started' as SubmissionState, stateBeforeApproval: null as SubmissionState | null,
      draft: EMPTY_CONTENT as AnswerContent, submitted: null as AnswerContent | null,
      submittedAt: null as Date | null, submittedLate: false, submittedBy: null as Doer | null, extension: null as string | null,
      openReturn: null as { reason: string; fields: []; deadline: string; by: Doer; at: string } | null,
      sentBackReason: null, waivedReason: null as string | null, editedAt: null as Date | null, editedBy: null as Doer | null, version: 1,
    };
  }

  by(whose: CastOrganisation | CastMember | string): this {
    const organisation = typeof whose === 'string' ? ward(whose) : whose;
    if ('organisationId' in organisation) this.row.organisationId = organisation.organisationId;
    else this.row.organisationId = organisation.id;
    if ('kind' in organisation && organisation.kind !== 'ward') this.row.organisationKind = organisation.kind === 'bureau' ? 'bureau' : 'secretariat';
    if ('role' in organisation && organisation.role === 'bureau_staff') this.row.organisationKind = 'bureau';
    if ('role' in organisation && organisation.role === 'secretariat') this.row.organisationKind = 'secretariat';
    return this;
  }

  saying(content: Partial<AnswerContent>): this { this.row.draft = { ...EMPTY_CONTENT, ...content }; return this; }
  inState(state: SubmissionState): this { this.row.state = state; return this; }
  draft(content: Partial<AnswerContent> = { answer: 'yes' }): this { return this.saying(content).inState('draft'); }
  checking(content: Partial<AnswerContent> = { answer: 'yes' }): this { return this.saying(content).inState('checking'); }
  submitted(content: Partial<AnswerContent> = { answer: 'yes', example: '訓練を行った' }, by: CastMember | null = null): this {
    this.saying(content).inState('submitted');
    this.row.submitted = this.row.draft;
    this.row.submittedAt = new Date('2025-05-12T01:00:00Z');
    this.row.submittedBy = by?.doer ?? null;
    return this;
  }
  /** 提出済 once, then returned by the 部会長. */
  returned(reason = '数をもう一度確かめてください', deadline = '2025-05-27'): this {
    if (!this.row.submitted) this.submitted();
    this.row.openReturn = { reason, fields: [], deadline, by: committeeLead.doer, at: '2025-05-13T01:00:00.000Z' };
    return this.inState('returned');
  }
  confirmed(): this { if (!this.row.submitted) this.submitted(); return this.inState('confirmed'); }
  waived(reason = '期限までに提出がなかったため'): this {
    this.row.stateBeforeApproval = this.row.state;
    this.row.waivedReason = reason;
    return this.inState('waived');
  }
  extendedTo(day: string): this { this.row.extension = day; return this; }
  with(more: Partial<Omit<SubmissionRow, 'id'>>): this { Object.assign(this.row, more); return this; }

  async build({ em: fork }: HasEm): Promise<SubmissionRow> {
    const em = fork();
    await em.nativeDelete(SubmissionEntity, { cardId: this.row.cardId, organisationId: this.row.organisationId });
    await em.insert(SubmissionEntity, this.row);
    return this.row;
  }
}
export type SubmissionRow = SubmissionBuilder['row'];
