import type { CellMark } from './progress.reducer.ts';

const RING = 'M8 1.55a6.45 6.45 0 1 1 0 12.9a6.45 6.45 0 1 1 0-12.9zM8 3.25a4.75 4.75 0 1 0 0 9.5a4.75 4.75 0 1 0 0-9.5z';
const CIRCLE = 'M8 2.4a5.6 5.6 0 1 1 0 11.2a5.6 5.6 0 1 1 0-11.2z';

/** How a mark is drawn: filled areas (even-odd), plain lines, or a dashed line. One path each, because a table has thousands. */
export type Drawing = 'fill' | 'line' | 'dash';
export const GLYPHS: Readonly<Record<CellMark, { d: string; as: Drawing; tone: string }>> = {
  not_started: { d: CIRCLE, as: 'dash', tone: 'text-tx3' },
  draft: { d: `${RING}M8 3.25a4.75 4.75 0 0 1 0 9.5z`, as: 'fill', tone: 'text-tx2' },
  checking: { d: `${RING}M8 8V3.25A4.75 4.75 0 1 1 3.25 8z`, as: 'fill', tone: 'text-data' },
  submitted: { d: 'M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6z', as: 'fill', tone: 'text-data' },
  confirmed: { d: 'm3 8.4 3.4 3.4L13 4.8', as: 'line', tone: 'text-ok' },
  waived: { d: `${CIRCLE}M4 12l8-8`, as: 'line', tone: 'text-tx2' },
  returned: { d: 'M6.6 3.2 3 6.6 6.6 10M3.4 6.6h5.8a3.4 3.4 0 0 1 3.4 3.4v2.6', as: 'line', tone: 'text-warn' },
  extended: { d: 'M2.8 4h10.4v9.4H2.8zM2.8 7h10.4M5.5 2v3M10.5 2v3', as: 'line', tone: 'text-rev' },
  not_applicable: { d: 'M4 8h8', as: 'line', tone: 'text-tx2' },
};

/** Facts beside the state, in the 24-px box of a cell: late (frame and filled corner, top right), 督促済み (bottom right), 延長の希望 (top left). */
export const CORNERS = {
  late: 'M3 0h18a3 3 0 0 1 3 3v18a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3zM2 3v18a1 1 0 0 0 1 1h18a1 1 0 0 0 1-1V10L14 2H3a1 1 0 0 0-1 1z',
  nudged: 'M14.5 16.5h8v6h-8zM14.5 16.5l4 3.4 4-3.4',
  requested: 'M0 0h10v7H6L3 10V7H0z',
} as const;
