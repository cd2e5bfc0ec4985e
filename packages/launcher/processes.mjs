import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * The watchdog around every child: a shell that holds the reading end of a pipe from the launcher. The pipe closes when the
 * launcher wants the child to stop, and just as well when the launcher is killed; both times the child's whole process group
 * is asked to end, and killed if it has not after 20 seconds. A background command's standard input would be /dev/null, hence
 * descriptor 3. The trap comes after the start, since a child inherits signals that are ignored.
 */
const watchdog = `
exec 3<&0 </dev/null
"$@" 3<&- &
child=$!
trap '' TERM INT HUP
(
  read -r order <&3
  kill -TERM 0
  n=0
  while kill -0 "$child" 2>/dev/null && [ "$n" -lt 200 ]; do sleep 0.1; n=$((n + 1)); done
  kill -KILL 0
) &
watch=$!
exec 3<&-
wait "$child"; code=$?
kill -KILL "$watch" 2>/dev/null
exit "$code"
`;

const running = new Set();

/**
 * Starts a command that cannot outlive the launcher. It runs in a session of its own, so that Ctrl-C at the terminal reaches
 * the launcher only, and everything ends in order.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, stdout?: 'inherit' | 'pipe' | number }} [options]
 */
export function supervise(command, args, { cwd = root, env = {}, stdout = 'inherit' } = {}) {
  const child = spawn('/bin/sh', ['-c', watchdog, 'furikaeri', command, ...args], {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['pipe', stdout, 'inherit'],
  });
  child.stdin.on('error', () => {}); // the shell has ended already
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      running.delete(supervised);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 137));
    });
  });
  const supervised = {
    stdout: child.stdout,
    ended,
    stop: () => {
      child.stdin.end();
      return ended;
    },
    kill: () => process.kill(-child.pid, 'SIGKILL'),
  };
  running.add(supervised);
  return supervised;
}

/** Runs a command to its end and throws when it fails. Its output goes to stderr: stdout belongs to the result. */
export async function complete(what, command, args, options = {}) {
  const code = await supervise(command, args, { stdout: 2, ...options }).ended;
  if (stopping) process.exit(130);
  if (code !== 0) throw new Error(`${what} failed (exit code ${code}).`);
}

let stopping = false;

/** Ends the launcher by ending its children; with none, at once. A second call does not wait for them. */
export function stopEverything() {
  const children = [...running];
  for (const child of children) {
    if (stopping) child.kill();
    else void child.stop();
  }
  stopping = true;
  if (children.length === 0) process.exit(130);
}

/** Whether the end was asked for, so that a child's end is no failure. */
export const isStopping = () => stopping;
