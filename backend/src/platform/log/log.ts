import { pino, type Logger } from 'pino';

/** One line of JSON per event, on stderr: stdout belongs to the start command's own words. */
export abstract class Log {
  abstract debug(facts: object, message: string): void;
  abstract info(facts: object, message: string): void;
  abstract warn(facts: object, message: string): void;
  abstract error(facts: object, message: string): void;
}

export const createLog = (level: string): Log & Logger =>
  pino({ level, base: null, redact: ['req.headers.cookie', 'req.headers.authorization'] }, pino.destination({ fd: 2, sync: true }));
