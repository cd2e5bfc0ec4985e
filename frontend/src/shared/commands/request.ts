import type { ProblemBody } from '@furikaeri/contracts';
import { OfflineError, ProblemError } from './problem-error.ts';
import { sendFile } from './send-file.ts';
import type { FileBody } from './send-file.ts';

export interface Call {
  method: string;
  path: string;
  body?: Record<string, unknown> | undefined;
  /** Sent as it is instead of a body of JSON. */
  file?: FileBody | undefined;
  signal?: AbortSignal | undefined;
}

/** What the app decides once for all requests; the specs give their own. */
export const transport = {
  fetch: (url: string, init: RequestInit): Promise<Response> => fetch(url, init),
  sendFile,
  wait: (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms)),
  language: (): string => 'ja',
  onUnauthorized: (): void => {},
  /** The device knows that it has no network at all. */
  isOffline: (): boolean => navigator.onLine === false,
  /** Told after each request whether the server answered. */
  onReach: (_reached: boolean): void => {},
};

const isBody = (value: unknown): value is ProblemBody => typeof value === 'object' && value !== null && 'code' in value && 'title' in value;

async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null);
  if (isBody(body)) return new ProblemError(body);
  // A proxy in between answers in its own words: the screen still needs a code to go by.
  const code = response.status === 503 || response.status === 502 || response.status === 504 ? 'server/busy' : 'server/unexpected';
  return new ProblemError({ type: 'about:blank', code, title: response.statusText || String(response.status), status: response.status });
}

/** One request over the wire. Throws ProblemError for a refusal, OfflineError when the server cannot be reached. */
export async function exchange(call: Call): Promise<Response> {
  const headers = {
    accept: 'application/json, application/problem+json',
    'accept-language': transport.language(),
    ...(call.file !== undefined ? { 'content-type': 'application/octet-stream' } : call.body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const signal = call.signal === undefined ? {} : { signal: call.signal };
  let response: Response;
  try {
    response = call.file === undefined
      // No answer is kept by the browser anyway; told so beforehand it does not let a second window wait for the first one's.
      ? await transport.fetch(call.path, { method: call.method, credentials: 'same-origin', cache: 'no-store', headers, ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }), ...signal })
      : await transport.sendFile(call.path, { method: call.method, headers, ...call.file, ...signal });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    transport.onReach(false);
    throw new OfflineError('offline', { cause: error });
  }
  transport.onReach(true);
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.code === 'account/not-logged-in') transport.onUnauthorized();
    throw problem;
  }
  return response;
}

export async function request(call: Call): Promise<unknown> {
  const response = await exchange(call);
  return response.status === 204 ? {} : response.json();
}
