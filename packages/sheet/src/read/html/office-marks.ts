import type { Element } from 'hast';
import { textWithin, valueOf } from './left-out.ts';

/** What Wingdings draws for a letter, as far as lists use it. */
const WINGDINGS: Readonly<Record<string, string>> = { 'Ø': '➤', 'à': '➤', 'n': '■', 'q': '□', 'u': '◆', 'v': '❖', 'l': '●', 'm': '○', 'ü': '✓' };

/** The bullet or number that Word wrote out before a list's paragraph; null where the element is none. */
export function officeMarkOf(element: Element): string | null {
  const style = valueOf(element, 'style');
  if (!/mso-list\s*:\s*ignore/iu.test(style)) return null;
  const text = textWithin(element);
  if (/font-family\s*:\s*["']?wingdings/iu.test(style)) return `${WINGDINGS[text] ?? '・'} `;
  if (/font-family\s*:\s*["']?symbol/iu.test(style) || /^[·•]$/u.test(text)) return '・';
  return `${text} `;
}
