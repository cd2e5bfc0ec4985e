import type { CommandContract, InputOf, OutputOf } from '@furikaeri/contracts';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { SignedIn } from '../auth/signed-in.ts';
import { Clock } from '../clock/clock.ts';
import { ProblemError } from '../http/problem-error.ts';
import { parseInput } from '../http/parse-input.ts';
import { CommandTransaction } from './command-transaction.ts';
import { inputHash as hashOf } from './input-hash.ts';
import { newId } from './new-id.ts';
import type { UseCase } from './use-case.ts';
import { writeLogAndChanges } from './write-log.ts';

/**
 * The one road of every change: parse, transaction, use case, log and changes in that transaction, commit.
 * A repeated commandId is answered from its stored receipt. The receipt is looked up only when the command could not
 * be carried out again, because a command that runs to its end meets the log's primary key anyway.
 */
@Injectable()
export class CommandRunner {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async run<C extends CommandContract>(useCase: UseCase<C>, actor: SignedIn, rawInput: unknown): Promise<OutputOf<C>> {
    const { contract } = useCase;
    const input = parseInput(contract.input, rawInput) as InputOf<C>;
    const commandId = commandIdOf(input);
    const inputHash = await hashOf(contract.name, commandId, input, useCase.secrets);
    const em = this.em.fork();
    const now = this.clock.now();
    const transaction = await CommandTransaction.begin(em);
    try {
      const { output, changes, log } = await useCase.handle({ em, actor, now, today: this.clock.today() }, input);
      transaction.writeWithNext();
      await em.flush();
      transaction.commitWithNext();
      await writeLogAndChanges(em, { ...log, id: commandId, at: now, name: contract.name, personId: actor.personId, doer: actor.doer, inputHash, output }, changes);
      await transaction.end(em);
      return output;
    } catch (error) {
      await transaction.end(em);
      const mayBeRepeated = error instanceof ProblemError || error instanceof UniqueConstraintViolationException;
      const receipt = mayBeRepeated ? await this.receipt(commandId) : null;
      if (!receipt) throw error;
      if (receipt.person_id !== actor.personId || receipt.input_hash !== inputHash) throw new ProblemError('command/id-reused');
      return receipt.output as OutputOf<C>;
    }
  }

  private async receipt(commandId: string): Promise<{ person_id: string; input_hash: string; output: unknown } | null> {
    const rows = await this.em.fork().execute<{ person_id: string; input_hash: string; output: unknown }[]>(
      'select person_id, input_hash, output from command_log where id = ?', [commandId],
    );
    return rows[0] ?? null;
  }
}

const commandIdOf = (input: unknown): string => {
  if (typeof input === 'object' && input !== null && 'commandId' in input && typeof input.commandId === 'string') return input.commandId;
  return newId();
};
