import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { processorTime } from '../../../../../test/kit/processor-time.ts';
import { SheetError } from '../../sheet-error.ts';
import { zipOf } from '../../spec-kit/zip-of.ts';
import type { ZipEntry } from '../../spec-kit/zip-of.ts';
import { checkZip } from './check-zip.ts';

const MB = 1024 * 1024;
const sheet = (content: string, stored = false): ZipEntry => ({ name: 'xl/worksheets/sheet1.xml', content, stored });
const plain: ZipEntry[] = [{ name: '[Content_Types].xml', content: '<?xml version="1.0"?><Types/>' }, { name: 'xl/workbook.xml', content: '<workbook><sheets/></workbook>' }];
const laughs = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, index) => `<!ENTITY a${index} "${`&a${index === 0 ? '' : index - 1};`.repeat(10)}">`).join('')}]><w>&a29;</w>`;
const zip64 = new Uint8Array([1, 0, 8, 0, 9, 0, 0, 0, 0, 0, 0, 0]);
const bytesOf = (...entries: ZipEntry[]): Uint8Array => zipOf([...plain, ...entries]);
const withHole = (bytes: Uint8Array, at: number): Uint8Array => Uint8Array.from([...bytes.subarray(0, at), 0, 0, ...bytes.subarray(at)]);

const errorOf = async (bytes: Uint8Array): Promise<SheetError> => {
  const error: unknown = await checkZip(bytes).then(() => null, (reason: unknown) => reason);
  if (error instanceof SheetError) return error;
  throw error ?? new Error('the file was taken');
};

describe('an archive of Office', () => {
  it('is taken, and its parts are named', async () => {
    expect(await checkZip(bytesOf(sheet('<worksheet>&lt;!-- <!-- <a> --><![CDATA[<b>]]><c d="/>"/></worksheet>')))).toEqual({ names: ['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'], dropped: [] });
  });

  it('may hold folders, and parts that are stored or empty', async () => {
    expect((await checkZip(bytesOf({ name: 'xl/media/' }, { name: 'xl/media/a.png', content: 'x', stored: true }, { name: 'empty.bin', content: '' }))).names).toContain('xl/media/a.png');
  });

  it.each<[string, () => Uint8Array, string, RegExp]>([
    ['4,000 parts', () => bytesOf(...Array.from({ length: 4000 }, (_, index) => ({ name: `p${index}` }))), 'sheet/unsafe-archive', /2000個/u],
    ['a part of 41 MB', () => bytesOf({ name: 'big.bin', content: Buffer.alloc(41 * MB) }), 'sheet/unsafe-archive', /大きくなりすぎ/u],
    ['parts that make 90 MB together', () => bytesOf(...Array.from({ length: 3 }, (_, index) => ({ name: `p${index}.bin`, content: Buffer.alloc(30 * MB, 'abcdefgh'), stored: true }))), 'sheet/unsafe-archive', /大きくなりすぎ/u],
    ['a part packed a thousand times', () => bytesOf(sheet(' '.repeat(30 * MB))), 'sheet/unsafe-archive', /比率/u],
    ['a part that says 100 bytes and unpacks to 200 MB', () => bytesOf({ ...sheet(' '.repeat(200 * MB)), size: 100 }), 'sheet/unsafe-archive', /大きさより/u],
    ['a part that says nothing and unpacks to 1 MB', () => bytesOf({ ...sheet(' '.repeat(MB)), size: 0 }), 'sheet/unsafe-archive', /大きさより/u],
    ['a path to the root', () => bytesOf({ name: '/etc/passwd' }), 'sheet/unsafe-archive', /外を指し/u],
    ['a path to the parent', () => bytesOf({ name: 'xl/../../a.xml' }), 'sheet/unsafe-archive', /外を指し/u],
    ['a path to a drive', () => bytesOf({ name: 'C:/a.xml' }), 'sheet/unsafe-archive', /外を指し/u],
    ['one name twice', () => bytesOf(sheet('<a/>'), sheet('<b/>')), 'sheet/unsafe-archive', /同じ名前/u],
    ['one name twice but for the case', () => bytesOf(sheet('<a/>'), { name: 'XL/worksheets/Sheet1.xml' }), 'sheet/unsafe-archive', /同じ名前/u],
    ['a part behind a password', () => bytesOf({ ...sheet('<a/>'), flags: 1 }), 'sheet/encrypted', /パスワードを外して/u],
    ['a part behind a strong password', () => bytesOf({ ...sheet('<a/>'), flags: 0x41 }), 'sheet/encrypted', /パスワードを外して/u],
    ['parts that overlap', () => bytesOf({ name: 'a.bin', content: 'x', packedSize: 60 }, { name: 'b.bin', content: 'x' }), 'sheet/unsafe-archive', /重なって/u],
    ['a part that overlaps the directory', () => bytesOf({ name: 'a.bin', content: 'x', packedSize: 20 }), 'sheet/unsafe-archive', /重なって/u],
    ['another name before the content', () => bytesOf({ ...sheet('<a/>'), localName: 'xl/worksheets/sheet2.xml' }), 'sheet/unsafe-archive', /名前が違い/u],
    ['a field for huge files', () => bytesOf({ ...sheet('<a/>'), extra: zip64 }), 'sheet/unsafe-archive', /zip64/u],
    ['a hole before the end', () => { const bytes = bytesOf(); return withHole(bytes, bytes.length - 22); }, 'sheet/unsafe-archive', /目次の位置/u],
    ['a billion laughs', () => bytesOf(sheet(laughs)), 'sheet/unsafe-archive', /DOCTYPE/u],
    ['a DOCTYPE deep in a part of Word', () => zipOf([{ name: 'word/document.xml', content: `<w>${' '.repeat(5000)}<!DOCTYPE w SYSTEM "file:///etc/passwd"></w>` }]), 'sheet/unsafe-archive', /DOCTYPE/u],
    ['XML in UTF-16', () => bytesOf({ ...sheet(''), content: Buffer.from(`\uFEFF${laughs}`, 'utf16le') }), 'sheet/damaged', /保存し直し/u],
    ['10,000 elements within each other', () => bytesOf(sheet(`${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`)), 'sheet/too-complex', /入れ子/u],
    ['501 of them, before anything behind them is looked at', () => bytesOf(sheet(`${'<a>'.repeat(501)}</b><`)), 'sheet/too-complex', /入れ子/u],
    ['as many, after ends that never began', () => bytesOf(sheet(`${'</a>'.repeat(10_000)}${'<a>'.repeat(10_000)}`)), 'sheet/damaged', /壊れ/u],
    ['as many, with ends of others between', () => bytesOf(sheet(`${'<a></b>'.repeat(10_000)}`)), 'sheet/damaged', /壊れ/u],
    ['400,000 elements', () => bytesOf(sheet(`<a>${'<b/>'.repeat(200_000)}</a>`, true), { ...sheet(`<a>${'<c d="1"/>'.repeat(200_000)}</a>`, true), name: 'xl/b.xml' }), 'sheet/too-complex', /多すぎ/u],
    ['XML that never ends', () => bytesOf(sheet(`<a b="${'>'.repeat(1000)}`)), 'sheet/damaged', /壊れ/u],
    ['half of a file', () => { const bytes = bytesOf(sheet('<a/>')); return bytes.subarray(0, bytes.length / 2); }, 'sheet/damaged', /途中で切れ/u],
    ['other bytes in the middle', () => { const bytes = zipOf([{ name: 'a.bin', content: 'abcdefgh', stored: true }]); bytes[37] = 0; return bytes; }, 'sheet/damaged', /壊れ/u],
    ['two letters', () => Buffer.from('PK\x03\x04'), 'sheet/damaged', /壊れ/u],
  ])('is refused with code and reason: %s', async (_name, build, code, message) => {
    const bytes = build();
    const took = processorTime();
    const error = await errorOf(bytes);
    expect(took()).toBeLessThan(2000);
    expect(error).toMatchObject({ code, line: 1 });
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/してください。$/u);
  });

  it('lets nothing out but a SheetError, whatever bytes are changed', async () => {
    const bytes = bytesOf(sheet('<worksheet><row/></worksheet>'));
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), fc.nat(bytes.length), async (changes, length) => {
      const broken = bytes.slice(0, length === 0 ? bytes.length : length);
      for (const [at, value] of changes) broken[at] = value;
      const error: unknown = await checkZip(broken).then(() => null, (reason: unknown) => reason);
      expect(error === null || error instanceof SheetError).toBe(true);
    }), { numRuns: 300 });
  });
});

describe('what no reader takes of an archive', () => {
  it('is listed: macros, ActiveX, embedded files, and addresses outside', async () => {
    const relationship = (type: string, target: string): string => `<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;
    const rels = `<Relationships>${relationship('hyperlink', 'https://example.jp/?a=1&amp;b=2')}${relationship('image', 'http://example.jp/pixel.png')}${relationship('attachedTemplate', 'file://share/a.dotm')}<Relationship Id="i" Type="x/styles" Target="styles.xml"/></Relationships>`;
    const { dropped } = await checkZip(bytesOf(
      { name: 'xl/vbaProject.bin', content: 'x' },
      { name: 'xl/activeX/activeX1.xml', content: '<a/>' },
      { name: 'xl/embeddings/oleObject1.bin', content: 'x' },
      { name: 'xl/worksheets/_rels/sheet1.xml.rels', content: rels },
    ));
    expect(dropped.map(({ reason, text }) => [reason, text])).toEqual([
      ['active_content', 'マクロ（xl/vbaProject.bin）'],
      ['active_content', 'ActiveX コントロール（xl/activeX/activeX1.xml）'],
      ['picture', '埋め込まれたファイル（xl/embeddings/oleObject1.bin）'],
      ['link', 'https://example.jp/?a=1&b=2'],
      ['picture', 'http://example.jp/pixel.png'],
      ['active_content', 'file://share/a.dotm'],
    ]);
  });
});
