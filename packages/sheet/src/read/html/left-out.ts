import type { Element, ElementContent, Nodes } from 'hast';
import type { DropReason } from '../../sheet.ts';
import { shownText } from './lines-of-text.ts';

export interface LeftOut {
  reason: DropReason;
  /** Empty where there is nothing to tell a person. */
  text: string;
}

const ACTING = new Set(['script', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'input', 'button', 'select', 'textarea', 'datalist', 'dialog', 'portal']);
const PICTURES = new Set(['img', 'svg', 'canvas', 'video', 'audio', 'map']);
const UNSEEN_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$|!)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!))/iu;
const REMARK_STYLE = /mso-element\s*:\s*(?:comment|footnote|endnote|header|footer)/iu;

/** Why an element and all within it is no text of the form; null where it is. */
export function leftOutOf(element: Element): LeftOut | null {
  const name = element.tagName;
  if (name === 'template') return { reason: 'hidden', text: textWithin('content' in element && element.content ? element.content : element) };
  if (name === 'noscript' || name === 'noframes' || name === 'noembed') return { reason: 'hidden', text: textWithin(element) };
  if (ACTING.has(name)) return { reason: 'active_content', text: nameOfActing(element) };
  // How a page looks is nothing that a person misses.
  if (name === 'style') return { reason: 'html_tag', text: '<style>' };
  if (name === 'meta') return { reason: 'active_content', text: /refresh/iu.test(String(element.properties['httpEquiv'] ?? '')) ? '<meta http-equiv="refresh">' : '' };
  if (name === 'link' || name === 'base') return { reason: 'link', text: shortened(valueOf(element, 'href')) };
  // Small print above a word that says how to read it; the word itself stays.
  if (name === 'rt' || name === 'rp') return { reason: 'remark', text: name === 'rt' ? textWithin(element) : '' };
  if (name === 'title') return { reason: 'html_tag', text: shortened(textWithin(element)) };
  if (PICTURES.has(name)) return { reason: 'picture', text: nameOfPicture(element) };
  const style = valueOf(element, 'style');
  if (element.properties['hidden'] !== undefined && element.properties['hidden'] !== false) return { reason: 'hidden', text: textWithin(element) };
  if (UNSEEN_STYLE.test(style)) return { reason: 'hidden', text: textWithin(element) };
  if (REMARK_STYLE.test(style)) return { reason: 'remark', text: textWithin(element) };
  if (name === 'comment') return { reason: 'remark', text: textWithin(element) };
  if (name === 'del') return { reason: 'deleted_text', text: textWithin(element) };
  return null;
}

/** Event handlers, addresses of script and of pages: what of an element is left out while its words stay. */
export function leftOutOfAttributes(element: Element): LeftOut[] {
  const found: LeftOut[] = [];
  for (const [name, value] of Object.entries(element.properties)) {
    if (/^on[a-z]/iu.test(name)) found.push({ reason: 'active_content', text: shortened(`${name.toLowerCase()}="${String(value)}"`) });
  }
  const address = valueOf(element, 'href').trim();
  if (address === '' || address.startsWith('#')) return found;
  if (/^(?:javascript|vbscript|data)\s*:/iu.test(address)) found.push({ reason: 'active_content', text: shortened(address) });
  else if (!saysItself(address, textWithin(element))) found.push({ reason: 'link', text: shortened(address, 200) });
  return found;
}

/** A comment that a person wrote to another; marks for Word's own use and notes in English for browsers are none. */
export const isRemark = (comment: string): boolean => !/^\s*\[(?:if|endif)/iu.test(comment) && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(comment);

/** All text within a node, as one line. */
export function textWithin(node: Nodes): string {
  const pieces: string[] = [];
  const open: Nodes[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type === 'text') pieces.push(next.value);
    else if (next.type === 'element' && /^(?:br|p|div|li|tr|td|th|h[1-6])$/u.test(next.tagName)) pieces.push(' ');
    if ('children' in next) open.push(...reversed(next.children as ElementContent[]));
  }
  return shownText(pieces.join(''));
}

/** At most so many characters; more would be a page of script or a picture written out. */
export function shortened(text: string, length = 80): string {
  const shown = shownText(text.slice(0, length * 4));
  const characters = [...shown];
  return characters.length > length || text.length > length * 4 ? `${characters.slice(0, length).join('')}…` : shown;
}

export const valueOf = (element: Element, name: string): string => {
  const value = element.properties[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

function nameOfActing(element: Element): string {
  const value = valueOf(element, 'value') || valueOf(element, 'src') || valueOf(element, 'data');
  const words = [value, textWithin(element)].filter((text) => text !== '').join(' ');
  if (element.tagName === 'input' && valueOf(element, 'type') === 'hidden') return '<input type="hidden">';
  return `<${element.tagName}>${words === '' ? '' : ` ${shortened(words, 200)}`}`;
}

function nameOfPicture(element: Element): string {
  const name = [valueOf(element, 'alt'), valueOf(element, 'src'), element.tagName === 'img' ? '' : textWithin(element)].filter((text) => text !== '').map((text) => shortened(text)).join(' ');
  return `<${element.tagName}>${name === '' ? '' : ` ${name}`}`;
}

function saysItself(address: string, words: string): boolean {
  const bare = (text: string): string => text.replace(/^(?:https?:\/\/|mailto:|tel:)/iu, '').replace(/\/$/u, '');
  if (bare(address) === bare(words)) return true;
  try {
    return bare(decodeURI(address)) === bare(words);
  } catch {
    return false;
  }
}

const reversed = <T>(items: readonly T[]): T[] => [...items].reverse();
