import type { CommandContract, CommandId, InputOf, OutputOf, QueryContract } from '@furikaeri/contracts';
import { newCommandId } from './command-id.ts';
import { OfflineError, isProblem } from './problem-error.ts';
import { request, transport } from './request.ts';

type Fields = Record<string, unknown>;

/** Puts the path's `:name` parts in; what is left is the body or the query string. */
export function fillPath(path: string, input: Fields): { path: string; rest: Fields } {
  const rest = { ...input };
  const filled = path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => {
    delete rest[name];
    return encodeURIComponent(String(input[name]));
  });
  return { path: filled, rest };
}

function queryString(fields: Fields): string {
  const pairs = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()}`;
}

export type SendInput<C extends CommandContract> = Omit<InputOf<C>, 'commandId'>;
export interface SendOptions {
  /** Given by a screen that shows its guess before the answer comes; otherwise made here. */
  commandId?: CommandId;
}

/** Pauses before the same command (same id, so it happens once) is sent again. */
const RETRIES = [400, 1200, 3000];

/** Asks the server for one change. Repeats it with the same commandId while the network fails. */
export async function send<C extends CommandContract>(contract: C, input: SendInput<C>, options: SendOptions = {}): Promise<OutputOf<C>> {
  const { path, rest } = fillPath(contract.path, input as Fields);
  const body = { commandId: options.commandId ?? newCommandId(), ...rest };
  for (const pause of RETRIES) {
    try {
      return (await request({ method: contract.method, path, body })) as OutputOf<C>;
    } catch (error) {
      if (!(error instanceof OfflineError) && !isProblem(error, 'server/busy')) throw error;
      await transport.wait(pause);
    }
  }
  return (await request({ method: contract.method, path, body })) as OutputOf<C>;
}

/** Asks the server a question. */
export async function ask<C extends QueryContract>(contract: C, input: InputOf<C>, options: { signal?: AbortSignal } = {}): Promise<OutputOf<C>> {
  const { path, rest } = fillPath(contract.path, input as Fields);
  return (await request({ method: 'GET', path: path + queryString(rest), signal: options.signal })) as OutputOf<C>;
}
