import type { IndicatorView } from '@furikaeri/contracts';
import type { Indicator } from '@furikaeri/model';
import { whyWithoutIndicator } from '@furikaeri/sheet';
import type { CardEntity } from './card.entity.ts';

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

const PROGRESS = { live: 'in_progress', frozen: 'completed_earlier', reference: 'reference' } as const;

/** Why a frozen or reference card has no indicator, in a sentence; null on a live one. */
export const sentenceWithoutIndicator = ({ kind, references, printed }: Pick<CardEntity, 'kind' | 'references' | 'printed'>): string | null =>
  whyWithoutIndicator({ progress: PROGRESS[kind], references, ...(printed?.statusNote != null && { statusNote: printed.statusNote }) });
