import type { DropReason } from '../../sheet.ts';
import type { Parts } from '../office/parts.ts';
import { readXml, unescapeText } from '../office/read-xml.ts';
import { columnName, rangeOf } from './addresses.ts';
import type { Worksheet } from './worksheet.ts';

/** Something of a sheet that is not text of a cell. `row` is where it hangs, where it hangs anywhere. */
export interface Beside {
  reason: DropReason;
  text: string;
  row: number | null;
}

/** All that a sheet holds beside the texts of its cells: formulas, addresses, remarks, pictures, shapes, page headers. */
export async function besideCells(parts: Parts, path: string, sheet: Worksheet): Promise<Beside[]> {
  const relations = await parts.relations(path);
  const found: Beside[] = sheet.formulas.map(({ row, column, text }) => ({ reason: 'active_content', text: `${columnName(column)}${String(row)}：${text}`, row }));
  for (const { ref, id, location } of sheet.links) {
    const target = relations.find((relation) => relation.id === id)?.target ?? '';
    found.push({ reason: 'link', text: `${target}${location === '' ? '' : `#${location}`}`, row: rangeOf(ref)?.top ?? null });
  }
  for (const text of new Set(sheet.headerFooter.map(wordsOf))) if (text !== '') found.push({ reason: 'remark', text, row: null });
  for (const { type, target, external } of relations) {
    const xml = external || !/^(comments|drawing)$/u.test(type) ? null : await parts.text(target);
    if (xml === null) continue;
    found.push(...(type === 'comments' ? remarksIn(xml) : picturesIn(xml)));
  }
  return found;
}

/** A page header without its codes for fonts, page numbers and dates. */
const wordsOf = (text: string): string => text.replace(/&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Z&])/giu, ' ').replace(/[\s/／-]+/gu, ' ').trim();

function remarksIn(xml: string): Beside[] {
  const found: Beside[] = [];
  let ref = '';
  let text = '';
  let within = false;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'comment') [ref, text] = [attributes['ref'] ?? '', ''];
      within = name === 't';
    },
    text: (piece) => {
      if (within) text += piece;
    },
    close: (name) => {
      within = false;
      if (name === 'comment') found.push({ reason: 'remark', text: `${ref}：${unescapeText(text).trim()}`, row: rangeOf(ref)?.top ?? null });
    },
  });
  return found;
}

const WHAT: Readonly<Record<string, string>> = { pic: '画像', sp: '図形', cxnSp: '線', graphicFrame: 'グラフ' };

/** Pictures by their names and descriptions, shapes and text boxes with their words. */
function picturesIn(xml: string): Beside[] {
  const found: Beside[] = [];
  let what = '';
  let name = '';
  let words = '';
  let row: number | null = null;
  let path = '';
  readXml(xml, {
    open: (tag, attributes) => {
      path = tag;
      if (tag === 'from') row = null;
      if (WHAT[tag] !== undefined) [what, name, words] = [WHAT[tag], '', ''];
      else if (tag === 'cNvPr') name = attributes['descr'] ?? attributes['title'] ?? attributes['name'] ?? '';
      else if (tag === 'p') words += '\n';
    },
    text: (piece) => {
      if (path === 'row' && row === null) row = Number(piece) + 1;
      else if (path === 't') words += piece;
    },
    close: (tag) => {
      path = '';
      if (WHAT[tag] === undefined || what === '') return;
      // A line says nothing; a shape without words hardly more, but it may be a stamp or a circle around a word.
      if (tag !== 'cxnSp') found.push({ reason: 'picture', text: `${what}：${words.trim() === '' ? name : words.trim()}`, row });
      what = '';
    },
  });
  return found;
}
