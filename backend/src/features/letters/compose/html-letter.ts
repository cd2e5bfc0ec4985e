import { type LetterPart, type MailLanguage, VARIABLE } from '@furikaeri/model';
import type { ListRow } from '../letter.ts';

export interface HtmlLetter { subject: string; language: MailLanguage; parts: readonly LetterPart[]; sections: readonly { rows: readonly ListRow[]; link: string; opens: string }[] }

// Text and links keep the reader's own colours, and the rest can be seen on white and on black: a dark mode may or may not turn the ground.
const FONT = `font-family:'Hiragino Sans','Yu Gothic UI','Yu Gothic',Meiryo,'Noto Sans JP',sans-serif;font-size:16px;line-height:1.7`;
const BUTTON = 'display:inline-block;padding:10px 20px;border-radius:6px;background-color:#1a56db;color:#ffffff;font-weight:bold;text-decoration:none';

/** The same mail as HTML: no table, no picture, no style sheet, and nothing that a value could say as markup. */
export function htmlOfLetter({ subject, language, parts, sections }: HtmlLetter): string {
  const blocks: string[] = [];
  let line = '';
  const end = (): void => {
    const inner = line.replace(/^(?:<br>)+|(?:<br>)+$/g, '');
    if (inner.trim() !== '') blocks.push(inner.startsWith('■ ') ? heading(inner.slice(2)) : paragraph(inner));
    line = '';
  };
  for (const { text, variable, section } of parts) {
    const of = sections[section];
    if (variable === VARIABLE.list && of) {
      end();
      blocks.push(list(of.rows));
    } else if (variable === VARIABLE.link && of) {
      end();
      blocks.push(`<p style="margin:0 0 24px"><a href="${escaped(of.link)}" style="${BUTTON}">${escaped(of.opens)}</a></p>`);
    } else {
      const [first = '', ...more] = text.split(/\n(?:[ \t　]*\n)+/u);
      line += inline(first);
      for (const next of more) {
        end();
        line = inline(next);
      }
    }
  }
  end();
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escaped(subject)}</title></head>`,
    `<body style="margin:0;padding:16px"><div style="max-width:640px;margin:0 auto;${FONT}">`, ...blocks, '</div></body></html>', '',
  ].join('\n');
}

const paragraph = (inner: string): string =>
  inner.startsWith('-- ') ? `<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #8a8f98;font-size:14px">${inner.replace(/^-- ?(?:<br>)?/, '')}</p>` : `<p style="margin:0 0 16px">${inner}</p>`;

const heading = (inner: string): string => `<h2 style="margin:32px 0 12px;font-size:18px;line-height:1.5">${inner}</h2>`;

const list = (rows: readonly ListRow[]): string => [
  '<ul style="margin:0 0 20px;padding:0;list-style:none">',
  ...rows.map(({ head, details, link }) => [
    '<li style="margin:0;padding:10px 0;border-bottom:1px solid #8a8f98">',
    link === null ? `<strong>${escaped(head)}</strong>` : `<a href="${escaped(link)}" style="font-weight:bold">${escaped(head)}</a>`,
    ...details.map((detail) => `<br><span style="font-size:14px">${escaped(detail)}</span>`),
    '</li>',
  ].join('')),
  '</ul>',
].join('\n');

const inline = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => ESCAPES[one] ?? one);
