import type { IndicatorView } from '@furikaeri/contracts';
import type { Indicator } from '@furikaeri/model';

/** The indicator as the rules of the model want it: what the wire says with null is absent there. */
export function indicatorOf(view: IndicatorView): Indicator {
  return {
    kind: view.kind, unit: view.unit, question: view.question, denominator: view.denominator, note: view.note, threshold: view.threshold, columns: view.columns, printed: view.printed,
    name: view.name, direction: view.direction ?? undefined, baseline: view.baseline ?? undefined, target: view.target ?? undefined,
    parts: view.parts, withoutFigure: view.withoutFigure ?? undefined, until: view.until ?? undefined,
  };
}
