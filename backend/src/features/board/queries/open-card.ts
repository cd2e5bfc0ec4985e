import { openCard as contract, type AnswerSummary, type BureauFigure, type CardDetail } from '@furikaeri/contracts';
import { answersFor, bureauFiguresUsed, can, CARD_TEXTS, isSettled, suggestProgress, visibleContent } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { BureauFigureEntity, presentBureauFigure } from '../../bureau-figures/index.ts';
import { CardEntity, cardFacts, CardTextEntity, presentCard, presentIndicator, presentQuotes, presentText, sentenceWithoutIndicator } from '../../cards/index.ts';
import { commentsOnCard } from '../../comments/index.ts';
import { CycleEntity, sectionTitles } from '../../cycles/index.ts';
import { presentAnswer, readSeqs, SubmissionEntity, submissionFacts } from '../../submissions/index.ts';
import { previousOf, yearsOf } from './years-of-card.ts';

/** One card with what its reader may see of the answers (DOMAIN 4.6). */
export const openCard = (em: EntityManager, actor: SignedIn, raw: unknown): Promise<CardDetail> => readSnapshot(em, async (at) => {
  const { cardId } = parseInput(contract.input, raw);
  const card = await at.findOne(CardEntity, { id: cardId });
  if (card === null) throw new ProblemError('card/not-found');
  const cycle = await at.findOneOrFail(CycleEntity, { id: card.cycleId });
  const [texts, answers] = [
    await at.find(CardTextEntity, { cardId }),
    await at.find(SubmissionEntity, { cardId }, { orderBy: { id: 'asc' } }),
  ];
  const suggestion = suggestProgress(card.figure ?? null, card.deadline.recurring);
  return {
    card: presentCard(card),
    sectionTitles: await sectionTitles(at, card.cycleId, card.sectionNumber),
    goals: card.goals,
    measures: card.measures,
    preamble: card.preamble ?? null,
    amendment: card.amendment ?? null,
    question: card.indicator?.question ?? '',
    texts: CARD_TEXTS.map((field) => presentText(field, texts.find((text) => text.field === field) ?? null)),
    decision: card.progressDecision ?? null,
    // Its reason may name wards that were late (DOMAIN 4.6).
    approval: card.approval == null || can(actor, 'card.read-breakdown', cardFacts(card, cycle)) ? (card.approval ?? null) : { ...card.approval, reason: null },
    suggestion: card.kind === 'live' && suggestion.progress !== null ? { progress: suggestion.progress, why: suggestion.because } : null,
    wardTable: card.wardTable ?? null,
    answers: answers.flatMap((answer) => visibleAnswer(actor, card, cycle, answer)),
    indicator: card.indicator == null ? null : presentIndicator(card.indicator),
    withoutIndicator: sentenceWithoutIndicator(card),
    previous: await previousOf(at, actor, cardId),
    years: await yearsOf(at, cardId),
    // Whose sentence was taken says who wrote what, so it goes to those alone who see each answer.
    quotes: can(actor, 'card.read-breakdown', cardFacts(card, cycle)) ? texts.filter(({ quotes }) => quotes.length > 0).map(presentQuotes) : [],
    figures: await figuresOf(at, card, texts),
    comments: await commentsOnCard(at, cardId),
    seqs: await readSeqs(at, actor, card.cycleId),
  };
});

/** 局の数値 that the texts show, which everybody reads there anyway, and those of the card's own 局, to be put in. */
async function figuresOf(em: EntityManager, card: CardEntity, texts: readonly CardTextEntity[]): Promise<BureauFigure[]> {
  const used = new Set(texts.flatMap(({ text }) => bureauFiguresUsed(text)));
  if (used.size === 0 && card.bureauId == null) return [];
  const figures = await em.find(BureauFigureEntity, { cycleId: card.cycleId }, { orderBy: { name: 'asc' } });
  return figures.filter(({ id, bureauId }) => used.has(id) || bureauId === card.bureauId).map(presentBureauFigure);
}

/** The answer as this reader may see it: whole, or from 確定 what was said without how late it came, or not at all. */
function visibleAnswer(actor: SignedIn, card: CardEntity, cycle: CycleEntity, answer: SubmissionEntity): AnswerSummary[] {
  const subject = { card: cardFacts(card, cycle), submission: submissionFacts(answer, cycle) };
  const summary = presentAnswer(answer, cycle);
  if (answersFor(actor, subject.submission) || can(actor, 'submission.read-state', subject)) return [summary];
  if (!isSettled(cycle.phase) || visibleContent(actor, subject.card, subject.submission) === 'none') return [];
  return [{ ...summary, deadline: cycle.wardDeadline, extended: false, submittedLate: false, submittedAt: null, openReturn: null, extensionRequest: null, waivedReason: null }];
}
