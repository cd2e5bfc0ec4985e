import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Visitor } from './api.ts';
import { waitFor } from './wait-for.ts';
import { login } from '../../packages/contracts/src/index.ts';

const scriptOf = (program: Program): string => fileURLToPath(new URL(`../../backend/dist/${program}.js`, import.meta.url));
/** Specs start the product some forty times; kept code halves each start. */
const compiled = fileURLToPath(new URL('../../node_modules/.cache/furikaeri/compiled', import.meta.url));

export interface Account { role: string; login: string; password: string }

type Program = 'start' | 'migrate' | 'main' | 'worker';

/** What a start command has said and how it ended. */
export interface Ended { code: number | null; signal: NodeJS.Signals | null; out: string; err: string }

/** The built product as a process of its own, as `npm start` runs it. */
export interface Product {
  address: string;
  accounts: Account[];
  /** Everything on standard output, line by line. */
  lines: string[];
  pid: number;
  /** Logged in over HTTP with the password that the start printed. */
  as: (name: string) => Promise<Visitor>;
  account: (name: string) => Account;
  /** Resolves when it has ended, asked to or not. */
  ended: Promise<Ended>;
  /** Asks it to end and gives back how it did. */
  stop: (signal?: NodeJS.Signals) => Promise<Ended>;
}

type Settings = Record<string, string>;

/** Starts the built product and waits for the address it prints. Refuses with its output when it ends before. */
export async function startProduct(settings: Settings, args: readonly string[] = []): Promise<Product> {
  const { child, said, ended } = launch(settings, args);
  let end: Ended | undefined;
  void ended.then((result) => { end = result; });
  const address = await waitFor(() => {
    if (end !== undefined) return 'ended';
    return /^振り返りボード　(http\S+)$/m.exec(said.out)?.[1];
  }, { within: 60_000, what: 'the address of the product' });
  if (end !== undefined || address === 'ended') throw new Error(`The product did not start (${end?.code}):\n${said.err}${said.out}`);
  const lines = said.out.split('\n');
  const accounts = lines.filter((line) => line.startsWith('account\t')).map((line): Account => {
    const [, role = '', name = '', password = ''] = line.split('\t');
    return { role, login: name, password };
  });
  const account = (name: string): Account => {
    const found = accounts.find((one) => one.login === name);
    if (!found) throw new Error(`The start printed no account ${name}.`);
    return found;
  };
  return {
    address, accounts, lines, account, ended, pid: child.pid ?? 0,
    as: async (name) => {
      const visitor = new Visitor(address);
      await visitor.call(login, { login: name, password: account(name).password });
      return visitor;
    },
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs a start command that is expected to end by itself. */
export async function runProduct(settings: Settings, args: readonly string[]): Promise<Ended> {
  return launch(settings, args).ended;
}

/** Runs one of the processes of a deployment, expected to end by itself. */
export const runProgram = (program: Exclude<Program, 'start'>, settings: Settings): Promise<Ended> => launch(settings, [], program).ended;

function launch(settings: Settings, args: readonly string[], program: Program = 'start') {
  // With TEST_REDIS_URL (and TEST_DATABASE_OWNER_URL) the same story runs on a Redis and a PostgreSQL of one's own.
  const { PATH, HOME, TMPDIR, LANG, TEST_REDIS_URL: REDIS_URL } = process.env;
  const inherited = Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR, LANG, REDIS_URL }).filter(([, value]) => value !== undefined));
  const child = spawn(process.execPath, ['--enable-source-maps', scriptOf(program), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error', NODE_COMPILE_CACHE: compiled, ...settings },
  });
  // A test run that is killed closes this pipe, and the product goes with it.
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -KILL "$1" 2>/dev/null', 'guard', String(child.pid)], { stdio: ['pipe', 'ignore', 'ignore'] });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => { said.out += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { said.err += text; });
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    guard.kill('SIGKILL');
    return { code: code as number | null, signal: signal as NodeJS.Signals | null, ...said };
  });
  return { child, said, ended };
}
