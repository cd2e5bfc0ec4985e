/** A4 across, in twips (1/20 pt). The margins are those of the printed form: 15 mm, a little more below for the page number. */
export const PAGE = { width: 16838, height: 11906, top: 850, bottom: 964, side: 850, footer: 454 } as const;

export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side;
export const TEXT_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;

/** Space between a cell's border and its text. */
export const CELL_MARGIN = { x: 70, y: 30 } as const;

/** Sizes of letters in half points and the height of a line in twips, for the form's cells and for the tables within them. */
export const BODY = { size: 18, line: 240 } as const;
export const NESTED = { size: 15, line: 200 } as const;

/** Every Japanese Word has them; elsewhere the word processor takes another Mincho or Gothic of its own. */
export const MINCHO = 'ＭＳ 明朝';
export const GOTHIC = 'ＭＳ ゴシック';
/** Neither of the two has 「➤」. */
export const SYMBOLS = 'Segoe UI Symbol';
