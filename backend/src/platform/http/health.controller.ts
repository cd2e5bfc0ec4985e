import { Controller, HttpCode, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ServesPlain } from '../auth/serves.ts';
import { Health } from './health.ts';
import { openApiDocument } from './openapi.ts';

@Controller()
export class HealthController {
  constructor(private readonly health: Health) {}

  @ServesPlain('health.live', '/api/health/live')
  @HttpCode(200)
  live() {
    return { status: 'ok' };
  }

  @ServesPlain('health.ready', '/api/health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const report = await this.health.report();
    void reply.status(report.status === 'ok' ? 200 : 503);
    return report;
  }

  @ServesPlain('openapi.read', '/api/openapi.json')
  openapi(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('cache-control', 'public, max-age=300');
    return openApiDocument();
  }
}
