import type { ChangePayload, CommandContract, InputOf, OutputOf } from '@furikaeri/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../auth/signed-in.ts';

/** One thing that became true, for each stream whose readers may know it. */
export interface ChangeDraft {
  streams: readonly string[];
  payload: ChangePayload;
}

/** What the log keeps of a command beside who, when and which. */
export interface LogDraft {
  cycleId?: string | null;
  cardId?: string | null;
  submissionId?: string | null;
  organisationId?: string | null;
  reason?: string | null;
  before?: object | null;
  after?: object | null;
  /** Text not handed in yet: before and after are for this organisation alone. */
  privateTo?: string | null;
}

export interface UseCaseContext {
  /** Forked for this command; the runner has begun its transaction and flushes it. */
  em: EntityManager;
  actor: SignedIn;
  now: Date;
  /** Today in Asia/Tokyo. */
  today: string;
}

export interface UseCaseResult<O> {
  output: O;
  changes: readonly ChangeDraft[];
  log: LogDraft;
}

export interface UseCase<C extends CommandContract = CommandContract> {
  readonly contract: C;
  readonly handle: (context: UseCaseContext, input: InputOf<C>) => Promise<UseCaseResult<OutputOf<C>>>;
  /** Fields of the input (passwords) that must leave no trace in the log; the receipt's hash holds them only as a password is kept. */
  readonly secrets: readonly string[];
}

export function useCase<C extends CommandContract>(contract: C, handle: UseCase<C>['handle'], { secrets = [] }: { secrets?: readonly (keyof InputOf<C> & string)[] } = {}): UseCase<C> {
  return { contract, handle, secrets };
}
