export interface StripShapes { full: string; outline: string; dash: string; dot: string; slash: string; width: number }
const STEP = 7.5;
const GAP = 4;
const HEIGHT = 13;

/** Where segment `index` begins: the official order has a wider gap after 8 and 16. */
export const segmentX = (index: number): number => index * STEP + Math.floor(index / 8) * GAP;
const stripWidth = (length: number): number => segmentX(length - 1) + STEP - 2;

const WIDE = 5.4;
const ROUND = 1.2;
/** A block with slightly rounded corners, drawn `inset` inside its place. */
function block(x: number, inset: number): string {
  const w = WIDE - 2 * inset - 2 * ROUND;
  const h = HEIGHT - 2 * inset - 2 * ROUND;
  const corner = (dx: number, dy: number): string => `a${ROUND} ${ROUND} 0 0 1 ${dx} ${dy}`;
  return `M${x + inset + ROUND} ${inset}h${w}${corner(ROUND, ROUND)}v${h}${corner(-ROUND, ROUND)}h${-w}${corner(-ROUND, -ROUND)}v${-h}${corner(ROUND, -ROUND)}z`;
}

/** Five paths for the whole strip, however many wards: a board of 1,000 cards draws 5,000 shapes, not 24,000. */
export function stripShapes(strip: string): StripShapes {
  const shapes: StripShapes = { full: '', outline: '', dash: '', dot: '', slash: '', width: stripWidth(Math.max(strip.length, 1)) };
  [...strip].forEach((mark, index) => {
    const x = segmentX(index);
    if (mark === 'y' || mark === 'v') shapes.full += block(x, 0);
    if (mark === 'n' || mark === 'r') shapes.outline += block(x, 0.6);
    if (mark === 'r') shapes.slash += `M${x + 0.4} ${HEIGHT - 0.6}L${x + 5.1} 0.6`;
    if (mark === 'x') shapes.dash += `M${x} ${HEIGHT / 2 - 1}h5.5v2h-5.5z`;
    if (mark === '.') shapes.dot += `M${x + 1.4} ${HEIGHT - 2.8}h2.8v2.8h-2.8z`;
  });
  return shapes;
}

export const STRIP_HEIGHT = HEIGHT;

/** For readers who may not see wards: the same counts, sorted by answer. */
export function sortedStrip(counts: { yes: number; no: number; notApplicable: number; unanswered: number }): string {
  return 'y'.repeat(counts.yes) + 'n'.repeat(counts.no) + 'x'.repeat(counts.notApplicable) + '.'.repeat(counts.unanswered);
}
