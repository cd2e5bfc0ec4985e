import type { IndicatorInput, IndicatorView } from '@furikaeri/contracts';
import { checkedIndicator, formatFiscalYear, parseDecimal } from '@furikaeri/model';
import type { IndicatorField, IndicatorKind, TargetOperator } from '@furikaeri/model';

/** What is typed into the dialog of 数え方: everything as text, so that nothing typed is lost while it is unfinished. */
export interface MeasureForm {
  kind: IndicatorKind;
  unit: string;
  name: string;
  question: string;
  direction: '' | 'up' | 'down';
  threshold: string;
  before: string;
  after: string;
  /** One name a line. */
  parts: string;
  denominator: string;
  until: string;
  baselineYear: string;
  baselineValue: string;
  targetYear: string;
  targetOperator: TargetOperator;
  targetValue: string;
  note: string;
  withoutFigure: string;
}

/** An indicator as its form begins. A row that has none begins as a text. */
export const formOf = (indicator: IndicatorView | null): MeasureForm => ({
  kind: indicator?.kind ?? 'text_only',
  unit: indicator?.unit ?? '',
  name: indicator?.name ?? '',
  question: indicator?.question ?? '',
  direction: indicator?.direction ?? '',
  threshold: indicator?.threshold ?? '',
  before: indicator?.columns?.[0] ?? '',
  after: indicator?.columns?.[1] ?? '',
  parts: (indicator?.parts ?? []).join('\n'),
  denominator: indicator?.denominator ?? '',
  until: indicator?.until ?? '',
  baselineYear: yearText(indicator?.baseline?.fiscalYear),
  baselineValue: indicator?.baseline?.value ?? '',
  targetYear: yearText(indicator?.target?.fiscalYear),
  targetOperator: indicator?.target?.operator ?? 'at_least',
  targetValue: indicator?.target?.value ?? '',
  note: indicator?.note ?? '',
  withoutFigure: indicator?.withoutFigure ?? '',
});

const yearText = (year: number | null | undefined): string => (year == null ? '' : String(year));

/** What is sent. A figure that cannot be read stays as typed, so that the rules of the model name its field. */
export function inputOf(form: MeasureForm): IndicatorInput {
  const { kind, unit, name, question, note } = form;
  const parts = form.parts.split('\n').map((part) => part.trim()).filter((part) => part !== '');
  const baseline = figure(form.baselineValue);
  const target = figure(form.targetValue);
  return {
    kind, name: name.trim(), note: note.trim(), question: question.trim(),
    unit: unit.trim(),
    direction: form.direction === '' ? null : form.direction,
    threshold: kind === 'per_ward' ? figure(form.threshold) : null,
    columns: kind === 'per_ward' ? [form.before.trim(), form.after.trim()] : null,
    parts: kind === 'partition' || kind === 'count_events' ? parts : [],
    denominator: kind === 'sum' ? figure(form.denominator) : null,
    until: kind === 'cumulative' && form.until !== '' ? form.until : null,
    // A year without a value says nothing; a value without its year is no baseline.
    baseline: kind === 'text_only' || baseline === null ? null : { fiscalYear: Number(form.baselineYear), value: baseline },
    target: kind === 'text_only' || target === null ? null : { fiscalYear: form.targetYear === '' ? null : Number(form.targetYear), value: target, operator: form.targetOperator },
    withoutFigure: form.withoutFigure.trim() === '' ? null : form.withoutFigure.trim(),
  };
}

const figure = (typed: string): string | null => (typed.trim() === '' ? null : (parseDecimal(typed) ?? typed.trim()));

/** Which fields have to be mended before it can be saved; the server asks the same rules. */
export function faultsOf(form: MeasureForm): readonly IndicatorField[] {
  const { name, direction, baseline, target, withoutFigure, until, ...rest } = inputOf(form);
  const checked = checkedIndicator({
    ...rest, name, printed: null, direction: direction ?? undefined, baseline: baseline ?? undefined, target: target ?? undefined,
    withoutFigure: withoutFigure ?? undefined, until: until ?? undefined,
  });
  return checked.ok ? [] : (checked.problem.details as readonly IndicatorField[]);
}

/** The years a baseline or a target may have: as far as a plan of four years looks back and ahead, and the ones chosen before. */
export function yearsAround(fiscalYear: number, chosen: readonly string[]): number[] {
  const near = Array.from({ length: 17 }, (_, index) => fiscalYear - 10 + index);
  const others = chosen.filter((year) => year !== '').map(Number);
  return [...new Set([...near, ...others])].sort((a, b) => a - b);
}

/** 平成30年度 / FY2018. */
export const yearName = (year: number, locale: 'ja' | 'en'): string => (locale === 'en' ? `FY${year}` : formatFiscalYear(year));

/** The unit in which a target is said: of kinds that count wards it is the ward, whatever the wards themselves are measured in. */
export const targetUnit = ({ kind, unit }: Pick<IndicatorView, 'kind' | 'unit'>): string => (kind === 'per_ward' ? '区' : unit);
