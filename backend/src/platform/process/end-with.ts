import { pathToFileURL } from 'node:url';

const PATIENCE_MS = 15_000;

/**
 * Ends the process with that code as soon as nothing is left to do, at the latest in a second. Not by `process.exit` at once: that
 * waits for the compiler's threads, and one of them may wait for the main thread to collect garbage.
 */
export function leave(code: number): void {
  process.exitCode = code;
  setTimeout(() => process.exit(code), 1_000).unref();
}

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
    close().then(() => leave(code), (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      leave(1);
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end(0));
  return end;
}

/** Runs `main` if this module was started by itself, rather than imported. What it cannot begin with is said in a sentence, and ends it with 1. */
export async function runIfProgram(moduleUrl: string, main: () => Promise<void>): Promise<void> {
  if (process.argv[1] === undefined || moduleUrl !== pathToFileURL(process.argv[1]).href) return;
  try {
    await main();
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    process.stderr.write(`${process.env['LOG_LEVEL'] === 'debug' ? (stack ?? message) : message}\n`);
    leave(1);
  }
}
