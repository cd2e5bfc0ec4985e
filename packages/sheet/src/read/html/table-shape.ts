import type { Element, Nodes } from 'hast';

/** The rows of one thead, tbody or tfoot; no cell reaches from one group into the next. */
export type RowGroup = Element[];

/** What a table is made of: row groups in the order of print (head, bodies, foot) and whatever else stands in it. */
export interface TableParts {
  groups: RowGroup[];
  others: Nodes[];
}

/** The parts of a table, also of one built without tbody. */
export function partsOf(table: Element): TableParts {
  const parts: TableParts = { groups: [], others: [] };
  const feet: RowGroup[] = [];
  const heads: RowGroup[] = [];
  let loose: RowGroup | null = null;
  for (const child of table.children) {
    const name = child.type === 'element' ? child.tagName : '';
    if (child.type === 'element' && name === 'tr') {
      if (loose === null) parts.groups.push((loose = []));
      loose.push(child);
    } else if (child.type === 'element' && /^(?:thead|tbody|tfoot)$/u.test(name)) {
      const rows: RowGroup = [];
      for (const row of child.children) {
        if (row.type === 'element' && row.tagName === 'tr') rows.push(row);
        else parts.others.push(row);
      }
      (name === 'thead' ? heads : name === 'tfoot' ? feet : parts.groups).push(rows);
      loose = null;
    } else {
      parts.others.push(child);
    }
  }
  parts.groups = [...heads, ...parts.groups, ...feet];
  return parts;
}

export const isCell = (node: Nodes): node is Element => node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');

/** HTML's own bounds: a width of 1 to 1,000; a height of 0 reaches to the end of the row group. */
export const colSpanOf = (cell: Element): number => Math.min(Math.max(wholeNumber(cell.properties['colSpan']) ?? 1, 1), 1000);

export const rowSpanOf = (cell: Element, rowsLeft: number): number => {
  const span = wholeNumber(cell.properties['rowSpan']) ?? 1;
  return span === 0 ? rowsLeft : Math.min(span, rowsLeft);
};

function wholeNumber(value: unknown): number | null {
  const number = typeof value === 'number' ? value : typeof value === 'string' ? Number.parseInt(value, 10) : Number.NaN;
  return Number.isInteger(number) && number >= 0 ? number : null;
}

const columnsOf = (parts: TableParts): number =>
  Math.max(0, ...parts.groups.flatMap((rows) => rows.map((row) => row.children.reduce((sum, cell) => sum + (isCell(cell) ? colSpanOf(cell) : 0), 0))).slice(0, 200));

/** The form has five columns or more; a page is laid out in three at most. */
const LAYOUT_COLUMNS = 3;

/**
 * The tables that only lay out the page: those that say so, and narrow ones around a wider table. Their cells are read
 * as part of the page.
 */
export function layoutTablesOf(tree: Nodes): Set<Element> {
  const layouts = new Set<Element>();
  // Nodes after their children: an explicit stack, since the depth of the tree is not known here.
  const order: { node: Element; parent: number }[] = [];
  const open: { node: Nodes; parent: number }[] = [{ node: tree, parent: -1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    let parent = next.parent;
    if (next.node.type === 'element' && next.node.tagName === 'table') parent = order.push({ node: next.node, parent }) - 1;
    if ('children' in next.node) for (const child of next.node.children) open.push({ node: child, parent });
  }
  const widestWithin = order.map(() => 0);
  for (let index = order.length - 1; index >= 0; index--) {
    const { node, parent } = order[index] as { node: Element; parent: number };
    const columns = columnsOf(partsOf(node));
    const widest = widestWithin[index] ?? 0;
    if (/^(?:presentation|none)$/iu.test(String(node.properties['role'] ?? '')) || (columns <= LAYOUT_COLUMNS && widest > LAYOUT_COLUMNS)) layouts.add(node);
    if (parent >= 0) widestWithin[parent] = Math.max(widestWithin[parent] ?? 0, widest, columns);
  }
  return layouts;
}
