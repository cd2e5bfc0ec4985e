import { PROBLEMS, type ProblemBody, type ProblemCode } from '@furikaeri/contracts';
import { ConnectionException } from '@mikro-orm/core';
import { Catch, HttpException, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../log/log.ts';
import { ProblemError } from './problem-error.ts';

/** Turns every refusal into application/problem+json (RFC 9457). What has no name is logged once and told as a plain 500. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') return;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    sendProblem(error, request, reply, this.log);
  }
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): void {
  const known = asProblem(error);
  if (known?.code === 'server/busy') log.warn({ err: error, requestId: request.id }, 'the database is out of reach');
  if (!known) log.error({ err: error, requestId: request.id, method: request.method, url: loggable(request) }, 'unexpected error');
  const problem = known ?? new ProblemError('server/unexpected');
  const body = problemBody(problem, languageOf(request.headers['accept-language']), request.id);
  void reply.status(body.status).header('content-language', languageOf(request.headers['accept-language']))
    .header('cache-control', 'no-store').type('application/problem+json; charset=utf-8').send(JSON.stringify(body));
}

/** The address of a calendar is its key, however it was written; what is logged is the road it took. */
const loggable = ({ url, routeOptions }: FastifyRequest): string => (routeOptions?.url?.startsWith('/api/calendar/') === true ? routeOptions.url : url);

export function problemBody(problem: ProblemError, language: 'ja' | 'en', requestId?: string): ProblemBody {
  const { status, [language]: title } = PROBLEMS[problem.code];
  return { type: `urn:furikaeri:problem:${problem.code}`, code: problem.code, title, status, ...problem.more, ...(requestId === undefined ? {} : { requestId }) };
}

/** Japanese unless English is asked for first. */
function languageOf(header: string | undefined): 'ja' | 'en' {
  const wanted = (header ?? '').split(',')
    .map((part) => { const [tag = '', ...rest] = part.trim().split(';'); return { tag: tag.toLowerCase(), q: Number(rest.find((r) => r.trim().startsWith('q='))?.trim().slice(2) ?? 1) }; })
    .sort((a, b) => b.q - a.q);
  const first = wanted.find(({ tag, q }) => q > 0 && (tag.startsWith('ja') || tag.startsWith('en')));
  return first?.tag.startsWith('en') ? 'en' : 'ja';
}

/** The framework's own refusals, in the product's words. */
function asProblem(error: unknown): ProblemError | null {
  if (error instanceof ProblemError) return error;
  if (isDatabaseAway(error)) return new ProblemError('server/busy');
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  const code = status === undefined ? undefined : FRAMEWORK_STATUS[status];
  return code ? new ProblemError(code) : null;
}

const FRAMEWORK_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'request/invalid', 403: 'permission/denied', 404: 'request/not-found', 405: 'request/not-found',
  413: 'request/too-large', 414: 'request/too-large', 415: 'request/invalid', 503: 'server/busy',
};

/** Fastify's own errors (body too large, malformed JSON, unknown media type) carry a code and a status. */
const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('FST_') && 'statusCode' in error ? Number(error.statusCode) : undefined;

const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300', '55000', '3D000']);

/** No connection to PostgreSQL, or one that was cut: nothing was done, and the client may try again. */
function isDatabaseAway(error: unknown): boolean {
  if (error instanceof ConnectionException) return true;
  if (!(error instanceof Error)) return false;
  return AWAY.has('code' in error ? String(error.code) : '') || error.message.includes('Connection terminated');
}
