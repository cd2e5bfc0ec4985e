import * as contracts from '@furikaeri/contracts';
import type { ImportDraft, OutputOf } from '@furikaeri/contracts';
import { SheetError } from '@furikaeri/sheet';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Input, Me, Serves } from '../../platform/auth/serves.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import { parseInput } from '../../platform/http/parse-input.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { readFileBody } from '../../platform/http/file-body.ts';
import { Log } from '../../platform/log/log.ts';
import { listImports } from './queries/list-imports.ts';
import { openImport } from './queries/open-import.ts';
import { previewImport } from './queries/preview-import.ts';
import { decideFindings, discardImport, editImport, reopenFindings } from './use-cases/change-draft.ts';
import { applyImportDraft, undoImportDraft } from './use-cases/take-in.ts';
import { readUpload, uploadImport, type UploadedFile } from './use-cases/upload-import.ts';

const MAX_FILE_BYTES = 20 * 1024 * 1024;

@Controller()
export class ImportsController {
  constructor(
    private readonly em: EntityManager,
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  @Serves(contracts.listImports)
  list() { return listImports(this.em); }

  @Serves(contracts.openImport)
  open(@Input() input: unknown) { return openImport(this.em, input); }

  @Serves(contracts.previewImport)
  preview(@Input() input: unknown) { return previewImport(this.em, this.clock.today(), input); }

  @Serves(contracts.uploadImport)
  async upload(@Me() me: SignedIn, @Req() request: FastifyRequest) {
    const input = parseInput(contracts.uploadImport.input, request.query);
    const bytes = await readFileBody(request, MAX_FILE_BYTES);
    if (bytes === 'too-large') throw this.refused(me, input.fileName, new ProblemError('sheet/too-large', { detail: '20MB以下のファイルを選んでください。' }));
    if (bytes === null) throw new ProblemError('import/no-file');
    const file = await this.read(me, input.fileName, bytes);
    return this.shown(await this.commands.run(uploadImport(file), me, { ...input, sha256: file.sha256 }));
  }

  @Serves(contracts.decideFindings)
  async decide(@Me() me: SignedIn, @Input() input: unknown) { return this.shown(await this.commands.run(decideFindings, me, input)); }

  @Serves(contracts.reopenFindings)
  async reopen(@Me() me: SignedIn, @Input() input: unknown) { return this.shown(await this.commands.run(reopenFindings, me, input)); }

  @Serves(contracts.editImport)
  async edit(@Me() me: SignedIn, @Input() input: unknown) { return this.shown(await this.commands.run(editImport, me, input)); }

  @Serves(contracts.discardImport)
  async discard(@Me() me: SignedIn, @Input() input: unknown) { return this.shown(await this.commands.run(discardImport, me, input)); }

  @Serves(contracts.applyImportDraft)
  async takeIn(@Me() me: SignedIn, @Input() input: unknown): Promise<OutputOf<typeof contracts.applyImportDraft>> {
    const { importId, ...made } = await this.commands.run(applyImportDraft, me, input);
    return { import: await this.shown({ importId }), ...made };
  }

  @Serves(contracts.undoImportDraft)
  async takeBack(@Me() me: SignedIn, @Input() input: unknown) { return this.shown(await this.commands.run(undoImportDraft, me, input)); }

  private shown({ importId }: { importId: string }): Promise<ImportDraft> {
    return openImport(this.em, { importId });
  }

  private async read(me: SignedIn, fileName: string, bytes: Uint8Array): Promise<UploadedFile> {
    try {
      return await readUpload(bytes, fileName);
    } catch (error) {
      if (!(error instanceof SheetError)) throw error;
      const { code, line, message } = error;
      throw this.refused(me, fileName, new ProblemError(code, { detail: message, fields: [{ path: `${line}行目`, message }] }));
    }
  }

  /** A refused file is not kept; that it came, and why it went, is. */
  private refused(me: SignedIn, fileName: string, problem: ProblemError): ProblemError {
    this.log.info({ personId: me.personId, fileName, code: problem.code, reason: problem.more.detail }, 'a file was refused');
    return problem;
  }
}
