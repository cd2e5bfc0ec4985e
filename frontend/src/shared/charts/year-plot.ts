import { Line } from '@unovis/ts/components/line/index.js';
import type { YearPoint } from './chart-data.ts';
import type { Domain } from './nice-domain.ts';
import { StrokeLayer } from './plot/stroke-layer.ts';
import type { Stroke } from './plot/stroke-layer.ts';
import type { Plot } from './plot/use-plot.ts';

export interface YearPlotInput { points: readonly YearPoint[]; domain: Domain; target: string | null }
type Place = (value: number) => number;

const circle = (x: number, y: number): string => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0`;

/** The layers of one picture of years; a year without a value breaks the line. */
export function yearPlot(): (input: YearPlotInput) => Plot<YearPoint> {
  const ground = new StrokeLayer<YearPoint>();
  const line = new Line<YearPoint>();
  const marks = new StrokeLayer<YearPoint>();

  return ({ points, domain, target }) => {
    const edges: [number, number] = [-0.5, points.length - 0.5];
    const across = (x: Place, y: Place, value: string): string => `M${x(edges[0])} ${y(Number(value))}H${x(edges[1])}`;
    return {
      data: [...points],
      frame: { xDomain: edges, yDomain: [Number(domain.min), Number(domain.max)], yDirection: 'north' },
      layers: [
        {
          layer: ground,
          config: {
            strokes: (x: Place, y: Place): Stroke[] => [
              ...domain.ticks.map((tick, index) => ({ path: across(x, y, tick), kind: index === 0 ? 'chart-zero' : 'chart-grid' })),
              ...(target === null ? [] : [{ path: across(x, y, target), kind: 'chart-dashed' }]),
            ],
          },
        },
        { layer: line, config: { x: (_: YearPoint, index: number) => index, y: (point: YearPoint) => (point.value === null ? undefined : Number(point.value)), color: 'var(--chart-now)', curveType: 'linear', lineWidth: 2 } },
        {
          layer: marks,
          config: {
            strokes: (x: Place, y: Place): Stroke[] => points.flatMap(({ value, provisional }, index) => (value === null ? [] : [{ path: circle(x(index), y(Number(value))), kind: provisional ? 'chart-hollow' : 'chart-point' }])),
          },
        },
      ],
    };
  };
}
