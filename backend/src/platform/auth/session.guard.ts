import { can } from '@furikaeri/model';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem-error.ts';
import { PERMISSIONS } from './permission-table.ts';
import { ROUTE_NAME } from './serves.ts';
import { SESSION_COOKIE, Sessions } from './sessions.ts';

/** Stands before every route. What has no row in the permission table is open to nobody. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // the gateway asks by itself, at the handshake and at each join
    const name = this.reflector.get<string | undefined>(ROUTE_NAME, context.getHandler());
    const permission = name === undefined ? undefined : PERMISSIONS[name];
    if (!permission) throw new ProblemError('permission/denied');
    if (permission.by === 'anyone') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const signedIn = await this.sessions.find(request.cookies[SESSION_COOKIE]);
    if (!signedIn) throw new ProblemError('account/not-logged-in');
    request.signedIn = signedIn;
    if (permission.by === 'general' && !can(signedIn, permission.action, null)) throw new ProblemError('permission/denied');
    return true;
  }
}
