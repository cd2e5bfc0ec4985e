import { XYComponentCore } from '@unovis/ts/core/xy-component/index.js';
import type { XYComponentConfigInterface } from '@unovis/ts/core/xy-component/config.js';

/** A path and the class of shared/charts/chart.css that paints it. */
export interface Stroke { path: string; kind: string }
type Place = (value: number) => number;
interface StrokeConfig<Datum> extends XYComponentConfigInterface<Datum> { strokes: (x: Place, y: Place) => readonly Stroke[] }

/** Lines of the ground, marks of a target, points: what Unovis has no part for, or only a heavy one. */
export class StrokeLayer<Datum> extends XYComponentCore<Datum, Partial<StrokeConfig<Datum>>> {
  override clippable = false;

  override _render(): void {
    const strokes = this.config.strokes?.((value) => this.xScale(value) as number, (value) => this.yScale(value) as number) ?? [];
    this.g.selectAll<SVGPathElement, Stroke>('path').data(strokes).join('path').attr('d', ({ path }) => path).attr('class', ({ kind }) => kind);
  }
}
