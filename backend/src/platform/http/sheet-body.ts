import { SheetError } from '@furikaeri/sheet';
import type { FastifyRequest } from 'fastify';
import { readFileBody } from './file-body.ts';
import { ProblemError } from './problem-error.ts';

/** A workbook sent as the body of a request, as `read` understands it; one that cannot be read is refused in the reader's own words. */
export async function readSheetBody<T>(request: FastifyRequest, maxMegabytes: number, read: (bytes: Uint8Array) => Promise<T>): Promise<T> {
  const bytes = await readFileBody(request, maxMegabytes * 1024 * 1024);
  if (bytes === 'too-large') throw new ProblemError('sheet/too-large', { detail: `${maxMegabytes}MB以下のファイルを選んでください。` });
  if (bytes === null || bytes.byteLength === 0) throw new ProblemError('sheet/empty');
  try {
    return await read(bytes);
  } catch (error) {
    if (error instanceof SheetError) throw new ProblemError(error.code, { detail: error.message });
    throw error;
  }
}
