import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { CONTRACTS } from '@furikaeri/contracts';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.ts';
import type { Log } from '../log/log.ts';
import { acceptFiles } from './file-body.ts';
import { isOwnOrigin } from './origin.ts';
import { ProblemError } from './problem-error.ts';
import { sendProblem } from './problem.filter.ts';

const BODY_LIMIT = 1_000_000;
const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

export const httpAdapter = (config: Config, log: Log): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // A line of 1 Mbit/s brings the largest file in three minutes; whoever sends slower holds memory and gets no further.
    requestTimeout: 300_000,
    // The one proxy in front is believed, and not what it passes on: whoever comes could write an address of their own there.
    trustProxy: config.trustProxy ? (_address: string, hop: number) => hop === 0 : false,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    // An address that cannot be read never reaches a route, nor its filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => { sendProblem(error, request, reply, log); },
  });

/** What every answer and every request goes through, before any route. */
export async function prepareServer(app: NestFastifyApplication, config: Config, log: Log): Promise<void> {
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Vue and the menus set positions as style attributes; no style element comes from anywhere but the build.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...socketSources(config)],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Without TLS in front, asking for it would lock everybody out.
    strictTransportSecurity: config.isSecure ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    originAgentCluster: false,
    crossOriginOpenerPolicy: config.isSecure ? { policy: 'same-origin' } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
  const fastify = app.getHttpAdapter().getInstance();
  acceptFiles(fastify, CONTRACTS.flatMap((contract) => ('body' in contract && contract.body === 'file' ? [contract.path] : [])));
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    if (UNSAFE.has(request.method) && !isOwnOrigin(request.headers, config.publicUrl)) {
      sendProblem(new ProblemError('request/wrong-origin'), request, reply, log);
      return;
    }
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    done();
  });
}

/** Old browsers do not count ws: to 'self'. */
const socketSources = (config: Config): string[] =>
  config.publicUrl === null ? [] : [config.publicUrl.replace(/^http/, 'ws')];
