import { readFileSync } from 'node:fs';

/**
 * Calls back when the npm that runs this launcher is gone. A killed npm passes no signal on, and the shell it puts between
 * lives on as if nothing had happened, so both are watched. Started without npm, the launcher may outlive its shell (nohup).
 */
export function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watched = [parent, grandparentThroughShell(parent)].filter(Boolean).map((pid) => ({ pid, born: birthOf(pid) }));
  const timer = setInterval(() => {
    // The time of birth tells a process from a later one with the same number.
    if (process.ppid === parent && watched.every(({ pid, born }) => birthOf(pid) === born)) return;
    clearInterval(timer);
    onGone();
  }, 300);
  timer.unref();
}

function grandparentThroughShell(parent) {
  try {
    const words = readFileSync(`/proc/${parent}/cmdline`, 'utf8').split('\0');
    const isScriptShell = words[1] === '-c' && words.some((word) => word.includes('packages/launcher/run.mjs'));
    return isScriptShell ? Number(statOf(parent)[1]) : undefined;
  } catch {
    return undefined; // no /proc on this system: the parent alone is watched
  }
}

function birthOf(pid) {
  try {
    const fields = statOf(pid);
    return fields[0] === 'Z' ? 'gone' : fields[19];
  } catch {
    return 'unknown';
  }
}

/** The fields of /proc/PID/stat from the state on; the name before it may hold blanks and brackets. */
const statOf = (pid) => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};
