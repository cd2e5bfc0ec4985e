import { dirname } from 'node:path';
import { createRequire } from 'node:module';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { ParsedSheet } from '../../sheet.ts';
import type { ReplacedCharacter } from '../csv/cp932.ts';
import { layOutForm } from '../lay-out-form.ts';
import type { FormData } from './form-data.ts';
import { formDataOf } from './form-data.ts';
import { FORM_TEMPLATE } from './form-template.ts';
import { GETA, missingIn, noteOn, withGeta } from './glyphs.ts';

/** PDF/UA-1: tagged, titled, in a language, and each character with a shape and a code. */
const STANDARD = 'ua-1';
/** Each round finds all that the last one was stopped by; a second is for glyphs that only the note needs. */
const ROUNDS = 3;

/**
 * The 様式 as PDF/UA-1 on A4 landscape with its fonts embedded. Pure: the same sheet gives the same bytes. Characters
 * without a shape are printed as 〓 and listed by code at the end of the document.
 */
export async function writePdf(sheet: ParsedSheet): Promise<Uint8Array> {
  return (await printPdf(sheet)).bytes;
}

/** `writePdf`, which also says what it could not print. */
export async function printPdf(sheet: ParsedSheet): Promise<{ bytes: Uint8Array; replaced: ReplacedCharacter[] }> {
  const typst = await theCompiler();
  const absent = new Set<string>();
  for (let round = 1; ; round++) {
    const { data, replaced } = printable(sheet, absent);
    const document = compile(typst, data);
    try {
      return { bytes: Uint8Array.from(typst.pdf(document, { pdfStandard: STANDARD })), replaced };
    } catch (error) {
      const more = missingIn(error instanceof Error ? error.message : String(error)).filter((char) => !absent.has(char));
      if (more.length === 0 || round === ROUNDS) throw error;
      for (const char of more) absent.add(char);
    } finally {
      // What typst remembers of a large sheet is hundreds of megabytes, and the next sheet is another.
      typst.evictCache(0);
    }
  }
}

function printable(sheet: ParsedSheet, absent: ReadonlySet<string>): { data: FormData; replaced: ReplacedCharacter[] } {
  const counts = new Map<string, number>();
  const data = JSON.parse(JSON.stringify(formDataOf(layOutForm(sheet), '')), (_key, value: unknown) => (
    typeof value === 'string' ? withGeta(value, absent, (char) => counts.set(char, (counts.get(char) ?? 0) + 1)) : value)) as FormData;
  const replaced = [...counts].map(([char, count]) => ({ char, by: GETA, count }));
  return { data: { ...data, note: noteOn(replaced) }, replaced };
}

function compile(typst: NodeCompiler, data: FormData): NodeTypstDocument {
  const outcome = typst.compile({ mainFileContent: FORM_TEMPLATE, inputs: { form: JSON.stringify(data) } });
  if (outcome.result) return outcome.result;
  const problem = outcome.takeError();
  throw new Error(`typst: ${JSON.stringify(problem ? typst.fetchDiagnostics(problem) : null)}`);
}

let compiler: Promise<NodeCompiler> | null = null;

/** Made on first use: the binding is 50 MB and the fonts take 0.1 s to index. */
function theCompiler(): Promise<NodeCompiler> {
  compiler ??= import('@myriaddreamin/typst-ts-node-compiler').then((typst) => {
    // Whole files of the two weights; typst asks for folders and takes ➤ and the like from fonts of its own.
    const regular = dirname(require.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'));
    const bold = dirname(require.resolve('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'));
    return typst.NodeCompiler.create({ workspace: regular, fontArgs: [{ fontPaths: [regular, bold] }] });
  });
  return compiler;
}

const require = createRequire(import.meta.url);
