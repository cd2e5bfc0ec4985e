import type { CommandContract, QueryContract } from '@furikaeri/contracts';
import { applyDecorators, createParamDecorator, Delete, Get, HttpCode, Post, Put, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem-error.ts';
import type { SignedIn } from './signed-in.ts';

/** Under this key a handler carries the name of its contract, by which the permission table knows it. */
export const ROUTE_NAME = 'furikaeri:route';

declare module 'fastify' {
  interface FastifyRequest {
    /** Filled by the session guard; absent on routes that anyone may use. */
    signedIn?: SignedIn;
  }
}

/** Serves this contract: its method and path, 200 on success, and its row of the permission table. */
export const Serves = (contract: CommandContract | QueryContract): MethodDecorator => {
  const method = { GET: Get, POST: Post, PUT: Put, DELETE: Delete }[contract.method];
  return applyDecorators(method(contract.path), HttpCode(200), SetMetadata(ROUTE_NAME, contract.name));
};

/** A GET outside the contracts (health, the OpenAPI document), with its row of the permission table. */
export const ServesPlain = (name: string, path: string): MethodDecorator => applyDecorators(Get(path), SetMetadata(ROUTE_NAME, name));

/** The person acting, through the post in use. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!signedIn) throw new ProblemError('account/not-logged-in');
  return signedIn;
});

/** What was sent, unparsed: the path's parts over the body (or, in a GET, the query string). */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext): Record<string, unknown> => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const sent = request.method === 'GET' ? request.query : request.body;
  if (sent !== undefined && sent !== null && (typeof sent !== 'object' || Array.isArray(sent))) throw new ProblemError('request/invalid');
  return { ...(sent as object | null | undefined), ...(request.params as object) };
});
