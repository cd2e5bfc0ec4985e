import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from './problem-error.ts';

const FILE = 'application/octet-stream';

/**
 * Lets these paths take a file as their body. It is not read before the route asks for it, hence after the guard, and no
 * limit of the other bodies is moved for it.
 */
export function acceptFiles(fastify: FastifyInstance, paths: readonly string[]): void {
  fastify.addContentTypeParser(FILE, (request, payload, done) => {
    const isAccepted = paths.includes(request.routeOptions.url ?? '');
    if (isAccepted) done(null, payload);
    else done(new ProblemError('request/invalid'));
  });
}

/** The file sent, or null where none was. What goes over the limit is answered at once and read to nowhere. */
export function readFileBody(request: FastifyRequest, limit: number): Promise<Uint8Array | 'too-large' | null> {
  if (!request.headers['content-type']?.startsWith(FILE)) return Promise.resolve(null);
  const body = request.raw;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const refuse = (): void => {
      body.off('data', take);
      drain(body);
      resolve('too-large');
    };
    const take = (chunk: Buffer): void => {
      size += chunk.byteLength;
      if (size > limit) refuse();
      else chunks.push(chunk);
    };
    body.once('error', reject);
    if (Number(request.headers['content-length'] ?? 0) > limit) return refuse();
    body.on('data', take);
    body.once('end', () => { resolve(Buffer.concat(chunks)); });
    body.once('close', () => { reject(new ProblemError('request/invalid')); });
  });
}

/** Closing the connection on somebody who still sends would take away the answer too. */
function drain(body: IncomingMessage): void {
  body.on('error', () => undefined);
  body.resume();
}
