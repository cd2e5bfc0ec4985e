import { pathToFileURL } from 'node:url';

const PATIENCE_MS = 15_000;

/** Ends the process in order on SIGTERM, SIGINT or SIGHUP: once, and within 15 seconds. */
export function endWith(close: () => Promise<void>): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    close().then(() => process.exit(0), (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
}

/** Whether this module was started by itself, rather than imported. */
export const isProgram = (moduleUrl: string): boolean => process.argv[1] !== undefined && moduleUrl === pathToFileURL(process.argv[1]).href;
