import * as contracts from '@furikaeri/contracts';
import type { OutputOf } from '@furikaeri/contracts';
import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Serves } from '../../platform/auth/serves.ts';
import { parseInput } from '../../platform/http/parse-input.ts';
import { readSheetBody } from '../../platform/http/sheet-body.ts';
import { readCellsInWorker } from './reading/read-cells-in-worker.ts';

const MAX_MEGABYTES = 5;

/** The cells of an Excel table, for a screen that shows them before anything is taken. Nothing is kept and nothing changes. */
@Controller()
export class WardTablesController {
  @Serves(contracts.readTableCells)
  async read(@Req() request: FastifyRequest): Promise<OutputOf<typeof contracts.readTableCells>> {
    parseInput(contracts.readTableCells.input, request.query);
    return { rows: await readSheetBody(request, MAX_MEGABYTES, readCellsInWorker) };
  }
}
