import * as contracts from '@furikaeri/contracts';
import type { OutputOf } from '@furikaeri/contracts';
import { SheetError } from '@furikaeri/sheet';
import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Serves } from '../../platform/auth/serves.ts';
import { readFileBody } from '../../platform/http/file-body.ts';
import { parseInput } from '../../platform/http/parse-input.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { readCellsInWorker } from './reading/read-cells-in-worker.ts';

const MAX_BYTES = 5 * 1024 * 1024;

/** The cells of an Excel table, for a screen that shows them before anything is taken. Nothing is kept and nothing changes. */
@Controller()
export class WardTablesController {
  @Serves(contracts.readTableCells)
  async read(@Req() request: FastifyRequest): Promise<OutputOf<typeof contracts.readTableCells>> {
    parseInput(contracts.readTableCells.input, request.query);
    const bytes = await readFileBody(request, MAX_BYTES);
    if (bytes === 'too-large') throw new ProblemError('sheet/too-large', { detail: '5MB以下の、表だけのファイルを選んでください。' });
    if (bytes === null || bytes.byteLength === 0) throw new ProblemError('sheet/empty');
    try {
      return { rows: await readCellsInWorker(bytes) };
    } catch (error) {
      if (error instanceof SheetError) throw new ProblemError(error.code, { detail: error.message });
      throw error;
    }
  }
}
