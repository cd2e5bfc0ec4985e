import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.ts';

/** The framework's own words; its start-up chatter is for debugging only. */
export class NestLogger implements LoggerService {
  constructor(private readonly to: Log) {}

  log(message: unknown, ...rest: unknown[]): void { this.to.debug({ rest }, String(message)); }
  verbose(message: unknown): void { this.to.debug({}, String(message)); }
  debug(message: unknown): void { this.to.debug({}, String(message)); }
  warn(message: unknown, ...rest: unknown[]): void { this.to.warn({ rest }, String(message)); }
  error(message: unknown, ...rest: unknown[]): void { this.to.error({ err: message instanceof Error ? message : undefined, rest }, String(message)); }
  fatal(message: unknown, ...rest: unknown[]): void { this.error(message, ...rest); }
}
