import type { IndicatorView } from '@furikaeri/contracts';
import type { Indicator } from '@furikaeri/model';

/** What everybody may read of how a row is measured. */
export const presentIndicator = (indicator: Indicator): IndicatorView => ({
  kind: indicator.kind,
  unit: indicator.unit,
  question: indicator.question,
  name: indicator.name ?? '',
  direction: indicator.direction ?? null,
  baseline: indicator.baseline ?? null,
  target: indicator.target ?? null,
  threshold: indicator.threshold,
  columns: indicator.columns,
  parts: indicator.parts ?? [],
  denominator: indicator.denominator,
  note: indicator.note,
  printed: indicator.printed,
  withoutFigure: indicator.withoutFigure ?? null,
  until: indicator.until ?? null,
});
