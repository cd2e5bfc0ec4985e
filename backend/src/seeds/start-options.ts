export type StartOptions =
  | { kind: 'start'; plan: null }
  | { kind: 'empty'; plan: null }
  | { kind: 'undo'; plan: null }
  | { kind: 'import'; file: string; setup: string | null; plan: string | null };

/** The start command was called in a way it does not know; the message says how to call it. */
export class UsageError extends Error {}

const USAGE = '使い方：npm start [-- --empty | --import ファイル [--setup 設定.csv] [--plan 計画名] | --undo-import]';

/** Reads the words after `npm start --`. */
export function readStartOptions(args: readonly string[]): StartOptions {
  const given = new Map<string, string>();
  for (let at = 0; at < args.length; at += 1) {
    const [name = '', inline] = (args[at] ?? '').split(/=(.*)/s);
    if (given.has(name)) throw new UsageError(`${name} が二度あります。\n${USAGE}`);
    if (name === '--empty' || name === '--undo-import') given.set(name, '');
    else if (name === '--import' || name === '--setup' || name === '--plan') {
      const value = inline ?? args[(at += 1)];
      if (value === undefined || value === '' || (inline === undefined && value.startsWith('--'))) throw new UsageError(`${name} の後に値がありません。\n${USAGE}`);
      given.set(name, value);
    } else throw new UsageError(`${args[at] ?? ''} はわかりません。\n${USAGE}`);
  }
  const errands = ['--empty', '--import', '--undo-import'].filter((name) => given.has(name));
  if (errands.length > 1) throw new UsageError(`${errands.join(' と ')} は一緒に使えません。\n${USAGE}`);
  const file = given.get('--import');
  if (file !== undefined) return { kind: 'import', file, setup: given.get('--setup') ?? null, plan: given.get('--plan') ?? null };
  if (given.has('--setup') || given.has('--plan')) throw new UsageError(`--setup と --plan は --import と一緒に使います。\n${USAGE}`);
  return { kind: given.has('--empty') ? 'empty' : given.has('--undo-import') ? 'undo' : 'start', plan: null };
}
