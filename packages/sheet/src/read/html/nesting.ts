import { SheetError } from '../../sheet-error.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const VOID = words('area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen');
/** Inline elements that an HTML parser opens again in each later block when they are left open: n of them make n² elements. */
export const REOPENED = words('a b big code em font i nobr s small strike strong tt u');
const CLOSES_PARAGRAPH = words(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section summary ul',
);
const SPECIAL = words(
  'address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset ' +
    'h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre script search section select source ' +
    'style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp svg math',
);
const SCOPE = words('applet caption html table td th marquee object template');
const BUTTON_SCOPE = new Set([...SCOPE, 'button']);
const LIST_SCOPE = new Set([...SCOPE, 'ol', 'ul']);
const TABLE_SCOPE = words('html table template');
const ROW_GROUPS = words('tbody thead tfoot');
const TABLE_PARTS = words('caption colgroup col tbody thead tfoot tr td th table style script template');
const BETWEEN_CELLS = words('table tbody thead tfoot tr');

const DEEPEST_TAGS = 200;
/** With their end tags 200,000 tags; a parser needs some two seconds for as many. */
const MOST_ELEMENTS = 100_000;
const MOST_END_TAGS = 200_000;
const MOST_CHARACTERS = 3_000_000;
const MOST_MISPLACED = 2_000;

/**
 * How deep an HTML parser will be at each tag, told without one: its cost grows with the square of the depth, so it is
 * only started on what has passed here. Follows the parser's own rules of which tags close which.
 */
export class Nesting {
  private readonly open: string[] = [];
  private elements = 0;
  private endTags = 0;
  private characters = 0;
  private misplaced = 0;

  /** True within a drawing, whose elements have names of their own. */
  get isForeign(): boolean {
    return this.open.includes('svg') || this.open.includes('math');
  }

  /** Text between two tags. Where only rows and cells may stand, the parser carries it before the table, past all that is there. */
  text(length: number, isBlank: boolean): void {
    this.characters += length;
    if (this.characters > MOST_CHARACTERS) throw new SheetError('sheet/too-complex', 1, `文が長すぎます（${MOST_CHARACTERS.toLocaleString('ja-JP')}字まで）。`);
    if (!isBlank && this.isBetweenCells) this.misplace();
  }

  start(tag: string, selfClosing: boolean): void {
    if (++this.elements > MOST_ELEMENTS) throw new SheetError('sheet/too-complex', 1, `要素が多すぎます（${MOST_ELEMENTS.toLocaleString('ja-JP')}個まで）。`);
    const name = REOPENED.has(tag) ? 'span' : tag;
    if (this.isBetweenCells && !TABLE_PARTS.has(name)) this.misplace();
    if (CLOSES_PARAGRAPH.has(name)) this.close('p', BUTTON_SCOPE);
    if (name === 'li') this.closeItem(['li']);
    else if (name === 'dd' || name === 'dt') this.closeItem(['dd', 'dt']);
    else if (name === 'option' || name === 'optgroup') this.closeTop(/^option$/u);
    else if (/^h[1-6]$/u.test(name)) this.closeTop(/^h[1-6]$/u);
    else if (!this.makeRoomInTable(name)) return;
    if (VOID.has(name) || (selfClosing && this.isForeign)) return;
    this.push(name);
  }

  end(tag: string): void {
    if (++this.endTags > MOST_END_TAGS) throw new SheetError('sheet/too-complex', 1, `タグが多すぎます（${(2 * MOST_ELEMENTS).toLocaleString('ja-JP')}個まで）。`);
    const name = REOPENED.has(tag) ? 'span' : tag;
    if (TABLE_PARTS.has(name)) this.close(name, name === 'table' ? words('html template') : TABLE_SCOPE);
    else if (name === 'p') this.close('p', BUTTON_SCOPE);
    else if (name === 'li') this.close('li', LIST_SCOPE);
    else this.close(name, SPECIAL.has(name) ? SCOPE : SPECIAL);
  }

  private get isBetweenCells(): boolean {
    return BETWEEN_CELLS.has(this.open.at(-1) ?? '');
  }

  /** Closes what a part of a table closes and opens what it implies; false for one that stands in no table. */
  private makeRoomInTable(name: string): boolean {
    if (name === 'table') {
      if (this.isBetweenCells) this.close('table', words('html template'));
      return true;
    }
    if (!TABLE_PARTS.has(name) || name === 'style' || name === 'script' || name === 'template') return true;
    if (!this.open.includes('table')) return false;
    while (this.open.length > 0 && !TABLE_SCOPE.has(this.open.at(-1) ?? '')) {
      const top = this.open.at(-1) ?? '';
      if ((name === 'td' || name === 'th') && (top === 'tr' || ROW_GROUPS.has(top))) break;
      if (name === 'tr' && ROW_GROUPS.has(top)) break;
      this.open.pop();
    }
    if ((name === 'td' || name === 'th' || name === 'tr') && this.open.at(-1) === 'table') this.push('tbody');
    if ((name === 'td' || name === 'th') && this.open.at(-1) !== 'tr') this.push('tr');
    return true;
  }

  private closeItem(names: readonly string[]): void {
    for (let at = this.open.length - 1; at >= 0; at--) {
      const name = this.open[at] ?? '';
      if (names.includes(name)) return void (this.open.length = at);
      if (SPECIAL.has(name) && !/^(?:address|div|p)$/u.test(name)) return;
    }
  }

  private closeTop(pattern: RegExp): void {
    if (pattern.test(this.open.at(-1) ?? '')) this.open.pop();
  }

  private close(name: string, bounds: ReadonlySet<string>): void {
    for (let at = this.open.length - 1; at >= 0; at--) {
      if (this.open[at] === name) return void (this.open.length = at);
      if (bounds.has(this.open[at] ?? '')) return;
    }
  }

  private push(name: string): void {
    if (this.open.push(name) > DEEPEST_TAGS) throw new SheetError('sheet/too-complex', 1, `タグの入れ子が深すぎます（${DEEPEST_TAGS}段まで）。`);
  }

  private misplace(): void {
    if (++this.misplaced > MOST_MISPLACED) throw new SheetError('sheet/too-complex', 1, '表のセルの外に置かれた文字やタグが多すぎます。');
  }
}
