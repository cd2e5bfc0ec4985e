import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../log/log.ts';
import { ProblemError } from './problem-error.ts';
import { sendProblem } from './problem.filter.ts';

/** backend/src/platform/http and backend/dist/platform/http lie equally deep. */
const built = fileURLToPath(new URL('../../../../frontend/dist', import.meta.url));

/** Compresses what is worth it, serves the built screens, and answers a deep link with the one page that knows them all. */
export async function serveScreens(app: NestFastifyApplication): Promise<void> {
  const log = app.get(Log);
  // The smallest level that pays: a board of a thousand cards is compressed in a few milliseconds.
  await app.register(fastifyCompress, { global: true, threshold: 1_024, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 4 } }, zlibOptions: { level: 6 } });
  const fastify = app.getHttpAdapter().getInstance();
  if (existsSync(built)) {
    await app.register(fastifyStatic, {
      root: built,
      wildcard: false,
      index: false,
      preCompressed: true,
      // Built names carry a hash of their content and never change; everything else is asked for again.
      setHeaders: (reply, path) => {
        const hashed = path.startsWith(join(built, 'assets'));
        void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  const page = existsSync(join(built, 'index.html')) ? await readFile(join(built, 'index.html')) : null;
  const answer = (request: FastifyRequest, reply: FastifyReply): void => {
    const wantsPage = (request.method === 'GET' || request.method === 'HEAD') && !request.url.startsWith('/api/') && !/\.\w{1,5}$/.test(request.url.split('?')[0] ?? '');
    if (!wantsPage || page === null) return sendProblem(new ProblemError('request/not-found'), request, reply, log);
    void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
  };
  fastify.get('/', answer);
  fastify.get('/*', answer);
}
