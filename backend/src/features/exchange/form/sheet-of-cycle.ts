import { type CardText, renderText, textValues } from '@furikaeri/model';
import { type ParsedSheet, type SheetInitiative, type SheetProgress, type SheetReference, type SheetRow, type TextCell, tidy } from '@furikaeri/sheet';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { BureauFigureEntity } from '../../bureau-figures/index.ts';
import { CardEntity, CardTextEntity } from '../../cards/index.ts';
import { CycleEntity, SectionEntity } from '../../cycles/index.ts';

const NONE = '—';

/**
 * A cycle as the 様式 prints it now: the city-wide cells of its cards, with the figures that they show, and nothing else. No answer of a ward is read here,
 * and what is read everybody may see who may see the board. Of a cycle that was just imported it is the sheet again.
 */
export async function sheetOfCycle(em: EntityManager, cycleId: string): Promise<ParsedSheet> {
  const cycle = await em.findOne(CycleEntity, { id: cycleId });
  if (cycle === null) throw new ProblemError('cycle/not-found');
  const sections = await em.find(SectionEntity, { cycleId }, { orderBy: { sort: 'asc' } });
  const cards = await em.find(CardEntity, { cycleId }, { orderBy: { sort: 'asc' } });
  const texts = await em.find(CardTextEntity, { cardId: { $in: cards.map(({ id }) => id) } });
  const textOf = new Map(texts.map(({ cardId, field, text }) => [`${cardId} ${field}`, text]));
  const figures = await em.find(BureauFigureEntity, { cycleId });
  const initiatives = initiativesOf(cards, (card, field) => cellOf(renderText(textOf.get(`${card.id} ${field}`) ?? '', textValues(card.figure ?? null, figures))));
  return {
    fiscalYear: cycle.fiscalYear,
    sections: sections.map(({ number, title }) => ({ number, title })),
    initiatives: [...initiatives, ...(cycle.emptyInitiatives ?? [])].sort((a, b) => a.number - b.number),
    findings: [], dropped: [],
  };
}

type Texts = (card: CardEntity, field: CardText) => TextCell;

/** Cards in their order; the rows of one 取組 stand together. */
function initiativesOf(cards: readonly CardEntity[], text: Texts): SheetInitiative[] {
  const codes = new Map(cards.map((card) => [card.code, rowCode(card)]));
  const found: SheetInitiative[] = [];
  for (const card of cards) {
    const number = card.printed?.initiative ?? Number.parseInt(rowCode(card), 10);
    const last = found.at(-1);
    const row = rowOf(card, codes, text);
    if (last?.number === number) last.rows.push(row);
    else found.push({ number, section: card.sectionNumber, title: card.initiative, ...optional('preamble', card.preamble), ...optional('footnote', card.footnote), rows: [row] });
  }
  return found;
}

const optional = <Name extends string, Value>(name: Name, value: Value | null | undefined) => (value == null ? {} : { [name]: value }) as Partial<Record<Name, Value>>;

/** "3a" of the card 1-(1)-3a. */
const rowCode = ({ printed, code }: CardEntity): string => printed?.code ?? code.slice(code.lastIndexOf('-') + 1);

function rowOf(card: CardEntity, codes: ReadonlyMap<string, string>, text: Texts): SheetRow {
  const { measures, wardTable, printed } = card;
  return {
    code: rowCode(card),
    goals: card.goals.map(({ text: goal, deadline }) => ({ text: goal, deadline })),
    measures: measures.kind === 'text' ? { kind: 'text', text: measures.text } : { kind: measures.kind },
    results: text(card, 'results'), issues: text(card, 'issues'), nextSteps: text(card, 'nextSteps'),
    progress: progressOf(card),
    references: printed?.references ?? referencesOf(card, codes),
    ...optional('wardTable', wardTable == null ? null : { ...wardTable, rows: wardTable.rows.map(({ ward, printed: name = ward, values }) => ({ ward, printed: name, values })) }),
    ...optional('amendment', card.amendment == null ? null : { label: '【参考】めざす姿', fiscalYear: null, ...printed?.amendment, text: card.amendment }),
    ...optional('statusNote', card.statusNote == null || printed?.statusNote == null ? null : { ...printed.statusNote, text: card.statusNote }),
    source: { lines: [] },
  };
}

function progressOf({ kind, progress }: CardEntity): SheetProgress {
  if (kind === 'frozen') return 'completed_earlier';
  return kind === 'reference' ? 'reference' : (progress ?? 'in_progress');
}

/** Of a card that came from no sheet: one reference for each section it names. */
function referencesOf(card: CardEntity, codes: ReadonlyMap<string, string>): SheetReference[] {
  const found: SheetReference[] = [];
  for (const { kind, section, code } of card.references) {
    const target = code === null ? undefined : codes.get(code);
    const known = found.find((one) => one.kind === kind && one.section === section);
    if (known === undefined) found.push({ kind, section, ...(target === undefined ? {} : { targets: [target] }) });
    else if (target !== undefined) known.targets = [...(known.targets ?? []), target];
  }
  return found;
}

/** As a cell of the form: lines without blank ones between them; '' is blank and 「—」 none. */
function cellOf(written: string): TextCell {
  const text = tidy(written);
  if (text === '') return { kind: 'blank' };
  return text === NONE ? { kind: 'none' } : { kind: 'text', text };
}
