import { GroupedBar } from '@unovis/ts/components/grouped-bar/index.js';
import type { WardBarRow } from './chart-data.ts';
import { commonTarget } from './chart-data.ts';
import type { Domain } from './nice-domain.ts';
import { StrokeLayer } from './plot/stroke-layer.ts';
import type { Stroke } from './plot/stroke-layer.ts';
import type { Plot } from './plot/use-plot.ts';

const pixels = (value: string | null): number | undefined => (value === null ? undefined : Number(value));

/** Bars upright or lying down. Direction South puts the first ward on top. */
export interface WardPlotInput { rows: readonly WardBarRow[]; isUpright: boolean; step: number; domain: Domain }

/** The layers of one picture of wards; made once and told anew on every change. */
export function wardPlot(): (input: WardPlotInput) => Plot<WardBarRow> {
  const ground = new StrokeLayer<WardBarRow>();
  const bars = new GroupedBar<WardBarRow>();
  const targets = new StrokeLayer<WardBarRow>();

  return ({ rows, isUpright, step, domain }) => {
    const across: [number, number] = [-0.5, rows.length - 0.5];
    const values: [number, number] = [Number(domain.min), Number(domain.max)];
    type Place = (value: number) => number;
    const line = (x: Place, y: Place, from: number, to: number, value: string): string =>
      isUpright ? `M${x(from)} ${y(Number(value))}H${x(to)}` : `M${x(Number(value))} ${y(from)}V${y(to)}`;
    const common = commonTarget(rows);
    const targetLines = common === null
      ? rows.flatMap(({ target }, index) => (target === null ? [] : [{ from: index - 0.44, to: index + 0.44, value: target }]))
      : [{ from: across[0], to: across[1], value: common }];

    return {
      data: [...rows],
      frame: isUpright ? { xDomain: across, yDomain: values, yDirection: 'north' } : { xDomain: values, yDomain: across, yDirection: 'south' },
      layers: [
        { layer: ground, config: { strokes: (x: Place, y: Place): Stroke[] => domain.ticks.map((tick) => ({ path: line(x, y, across[0], across[1], tick), kind: Number(tick) === 0 ? 'chart-zero' : 'chart-grid' })) } },
        {
          layer: bars,
          config: {
            x: (_: WardBarRow, index: number) => index,
            y: rows.some(({ baseline }) => baseline !== null) ? [(row: WardBarRow) => pixels(row.baseline), (row: WardBarRow) => pixels(row.now)] : [(row: WardBarRow) => pixels(row.now)],
            orientation: isUpright ? 'vertical' : 'horizontal',
            groupWidth: Math.min(step * 0.76, 48),
            barPadding: 0.12, barMinHeight: 0, roundedCorners: 1,
            barStyle: (row: WardBarRow, index: number) => styleOf(row, index === 0 && rows.some(({ baseline }) => baseline !== null)),
          },
        },
        { layer: targets, config: { strokes: (x: Place, y: Place): Stroke[] => ['chart-halo', 'chart-target'].flatMap((kind) => targetLines.map(({ from, to, value }) => ({ path: line(x, y, from, to, value), kind }))) } },
      ],
    };
  };
}

/** Before: an outline. Now: full, in another colour where the target is reached (its sign stands beside the name). No value: nothing, while 0 is a line. */
function styleOf(row: WardBarRow, isBaseline: boolean): Record<string, string> {
  const now = row.reached === true ? 'var(--chart-reached)' : 'var(--chart-now)';
  if ((isBaseline ? row.baseline : row.now) === null) return { fill: 'none', stroke: 'none' };
  return { fill: isBaseline ? 'var(--chart-before)' : now, stroke: isBaseline ? 'var(--chart-now)' : now, strokeWidth: '1px' };
}
