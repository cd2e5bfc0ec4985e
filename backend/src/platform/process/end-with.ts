import { pathToFileURL } from 'node:url';

const PATIENCE_MS = 15_000;

/**
 * Ends the process in order on SIGTERM, SIGINT or SIGHUP: once, and within 15 seconds. Gives back the same for a process
 * that has to end by itself, with the exit code it then has.
 */
export function endWith(close: () => Promise<void>): (code: number) => void {
  let ending = false;
  const end = (code: number): void => {
    if (ending) return;
    ending = true;
    process.exitCode = code; // also if nothing is left to do before everything is closed
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    close().then(() => process.exit(code), (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end(0));
  return end;
}

/** Whether this module was started by itself, rather than imported. */
export const isProgram = (moduleUrl: string): boolean => process.argv[1] !== undefined && moduleUrl === pathToFileURL(process.argv[1]).href;
