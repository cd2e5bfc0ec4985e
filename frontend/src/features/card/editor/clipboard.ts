import { parseText, writeText } from '@furikaeri/model';

/**
 * What a paste puts into a text. From elsewhere it is plain text, whatever it looked like there; from one of our own
 * texts the figures stay figures. A quote keeps its mark only where its number is known: its source does not travel.
 */
export function pastedText(html: string, plain: string, knowsQuote: (n: number) => boolean): string {
  const text = html.includes('data-token=') ? textOfHtml(html) : plain;
  return writeText(parseText(text.replace(/\r\n?/gu, '\n')).filter((part) => part.kind !== 'quote' || knowsQuote(part.n)));
}

const BLOCKS = new Set(['P', 'DIV', 'LI', 'TR']);

function textOfHtml(html: string): string {
  const lines: string[] = [''];
  const say = (words: string): void => { lines[lines.length - 1] += words; };
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) { say(node.textContent ?? ''); return; }
    if (!(node instanceof Element)) return;
    const mark = node.getAttribute('data-token');
    if (mark !== null) { say(mark); return; }
    if (node.tagName === 'BR' || (BLOCKS.has(node.tagName) && lines.at(-1) !== '')) lines.push('');
    node.childNodes.forEach(walk);
  };
  walk(new DOMParser().parseFromString(html, 'text/html').body);
  return lines.join('\n');
}
