import type { CommandContract, CommandId, InputOf, OutputOf, QueryContract } from '@furikaeri/contracts';
import { newCommandId } from './command-id.ts';
import { OfflineError, isProblem } from './problem-error.ts';
import { exchange, request, transport } from './request.ts';
import type { FileBody } from './send-file.ts';

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

/** Asks the server for one change. Repeats it with the same commandId while the network fails; a device without any need not try. */
export async function send<C extends CommandContract>(contract: C, input: SendInput<C>, options: SendOptions = {}): Promise<OutputOf<C>> {
  const { path, rest } = fillPath(contract.path, input as Fields);
  const body = { commandId: options.commandId ?? newCommandId(), ...rest };
  for (const pause of RETRIES) {
    try {
      return (await request({ method: contract.method, path, body })) as OutputOf<C>;
    } catch (error) {
      if ((!(error instanceof OfflineError) && !isProblem(error, 'server/busy')) || transport.isOffline()) throw error;
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

export interface UploadOptions extends Omit<FileBody, 'content'> {
  /** The same for one file, however often it is tried: the server keeps it once. */
  commandId: CommandId;
  signal?: AbortSignal;
}

/** Sends a command whose body is a file; all of its input goes into the query string. Not repeated by itself: a person sees what was sent and may try again. */
export async function upload<C extends CommandContract>(contract: C, input: SendInput<C>, content: Blob, { commandId, signal, ...told }: UploadOptions): Promise<OutputOf<C>> {
  const { path, rest } = fillPath(contract.path, { commandId, ...(input as Fields) });
  return (await request({ method: contract.method, path: path + queryString(rest), file: { content, ...told }, signal })) as OutputOf<C>;
}

/** Asks for a file: its bytes, and the name that the server gives it. */
export async function download<C extends QueryContract>(contract: C, input: InputOf<C>, options: { signal?: AbortSignal } = {}): Promise<{ content: Blob; fileName: string | null }> {
  const { path, rest } = fillPath(contract.path, input as Fields);
  const response = await exchange({ method: 'GET', path: path + queryString(rest), signal: options.signal });
  return { content: await response.blob(), fileName: fileNameOf(response.headers.get('content-disposition')) };
}

/** RFC 6266: the name in UTF-8 goes before the plain one. */
export function fileNameOf(disposition: string | null): string | null {
  const [, coded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  if (coded !== undefined) return decodeURIComponent(coded.trim());
  const [, plain] = /filename="?([^";]+)"?/i.exec(disposition ?? '') ?? [];
  return plain?.trim() ?? null;
}
