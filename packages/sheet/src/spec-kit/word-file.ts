import { zipOf } from './zip-of.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const NAMESPACES = [
  W,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

type Part = 'styles' | 'numbering' | 'comments' | 'header' | 'footer' | 'footnotes';

/** A .docx of a spec: its body, and other parts by the last word of their type, all as the XML within their root. */
export function wordFile(body: string, parts: Partial<Record<Part, string>> = {}, links: Record<string, string> = {}): Uint8Array {
  const root: Record<Part, string> = { styles: 'styles', numbering: 'numbering', comments: 'comments', header: 'hdr', footer: 'ftr', footnotes: 'footnotes' };
  const named = Object.entries(parts) as [Part, string][];
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipOf([
    { name: '_rels/.rels', content: `<Relationships><Relationship Id="r1" Type="${type}/officeDocument" Target="word/document.xml"/></Relationships>` },
    {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships>${named.map(([name]) => `<Relationship Id="p-${name}" Type="${type}/${name}" Target="${name}.xml"/>`).join('')}${Object.entries(links)
        .map(([id, target]) => `<Relationship Id="${id}" Type="${type}/hyperlink" Target="${target}" TargetMode="External"/>`)
        .join('')}</Relationships>`,
    },
    { name: 'word/document.xml', content: `<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>` },
    ...named.map(([name, xml]) => ({ name: `word/${name}.xml`, content: `<w:${root[name]} ${W}>${xml}</w:${root[name]}>` })),
  ]);
}

export const run = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, properties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;
export const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;
export const row = (...cells: string[]): string => `<w:tr>${cells.map((one) => (one.startsWith('<w:tc>') ? one : cell(one))).join('')}</w:tr>`;
export const table = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
