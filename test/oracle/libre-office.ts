import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A LibreOffice of the spec's own: its profile and its files are in a folder that goes with it. */
export class LibreOffice {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async start(): Promise<LibreOffice> {
    return new LibreOffice(await mkdtemp(join(tmpdir(), 'furikaeri-oracle-')));
  }

  /** Opens the files and saves each in the format; gives them back in their order. */
  async convert(files: readonly Uint8Array[], from: 'xlsx' | 'docx', to: 'xlsx' | 'docx' | 'pdf'): Promise<Uint8Array[]> {
    const name = (index: number, format: string): string => join(this.#folder, `${from}-${index}.${format}`);
    await Promise.all(files.map((bytes, index) => writeFile(name(index, from), bytes)));
    const out = await mkdtemp(join(this.#folder, 'out-'));
    await run('soffice', [`-env:UserInstallation=${pathToFileURL(join(this.#folder, 'profile')).href}`, '--headless', '--norestore', '--convert-to', to, '--outdir', out, ...files.map((_, index) => name(index, from))], { timeout: 110_000 });
    return Promise.all(files.map((_, index) => readFile(join(out, `${from}-${index}.${to}`))));
  }

  /** The words of each page of a PDF in the order in which they were drawn, without white space. */
  async pagesOf(pdf: Uint8Array): Promise<string[]> {
    const path = join(this.#folder, 'pages.pdf');
    await writeFile(path, pdf);
    const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'], { maxBuffer: 64 * 1024 * 1024 });
    return stdout.split('\f').map((page) => page.replace(/\s+/gu, '')).filter((page) => page !== '');
  }

  async stop(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
