import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { PROBLEMS, type applyImport as importContract, type OutputOf } from '@furikaeri/contracts';
import { formatFiscalYear, type Role } from '@furikaeri/model';
import { SheetError } from '@furikaeri/sheet';
import { verify } from '@node-rs/argon2';
import { applyImport, readForStart, systemActor, undoImport } from '../features/exchange/index.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { CommandRunner } from '../platform/commands/command-runner.ts';
import { newId } from '../platform/commands/new-id.ts';
import type { Orm } from '../platform/database/connect.ts';
import { ProblemError } from '../platform/http/problem-error.ts';
import { DEMO_PASSWORD, PRINTED_LOGINS } from './demo/cast.ts';
import { DEFAULT_PLAN, loadDemo } from './demo/load-demo.ts';
import { enterHouse } from './house.ts';
import { accountLine, enterPeople, generatePassword } from './people.ts';
import { readStartOptions, type StartOptions, UsageError } from './start-options.ts';

type Imported = OutputOf<typeof importContract>;

export interface FirstStart { orm: Orm; runner: CommandRunner; clock: Clock; args: readonly string[] }

export interface FirstStartResult {
  exitCode: 0 | 1;
  /** What the start command prints, line by line: accounts begin with the word `account`. */
  lines: string[];
  /** False where the command was the whole errand (--undo-import) or was refused. */
  serve: boolean;
}

/**
 * What a start does before it serves: demo data into an empty house, or what its arguments ask for. A later start without
 * arguments changes nothing. A refusal changes nothing either and says why.
 */
export async function firstStart(start: FirstStart): Promise<FirstStartResult> {
  try {
    const options = readStartOptions(start.args);
    return await carryOut(start, options);
  } catch (error) {
    if (error instanceof ProblemError || error instanceof SheetError || error instanceof UsageError) return { exitCode: 1, lines: explain(error), serve: false };
    throw error;
  }
}

async function carryOut(start: FirstStart, options: StartOptions): Promise<FirstStartResult> {
  const { orm, clock, runner } = start;
  const em = orm.em.fork();
  if (options.kind === 'undo') {
    if ((await em.execute('select 1 from import_batch limit 1')).length === 0) throw new ProblemError('import/none');
    const undone = await runner.run(undoImport, await systemActor(em), { commandId: newId() });
    return { exitCode: 0, serve: false, lines: [`取り込みを取り消しました：${undone.planName} ${formatFiscalYear(undone.fiscalYear)}末（${undone.cards}行）`] };
  }
  // Read before anything is written: a file that cannot be read leaves the house as it was.
  const file = options.kind === 'import' ? await readImport(options.file, options.setup) : null;
  const isFirst = !(await hasPeople(start));
  if (isFirst) await prepareHouse(start);
  if (file !== null) {
    const imported = await runner.run(applyImport, await systemActor(em), { commandId: newId(), planName: options.plan ?? DEFAULT_PLAN, schedule: null, ...file });
    return { exitCode: 0, serve: true, lines: [...report(imported), ...listed(imported), ...(isFirst ? await enterFirstAccounts(start) : [])] };
  }
  if (!isFirst) return { exitCode: 0, serve: true, lines: await demoAccounts(orm) };
  if (options.kind === 'empty') return { exitCode: 0, serve: true, lines: await enterFirstAccounts(start) };
  const imported = await loadDemo(orm, clock.now(), clock.today());
  return { exitCode: 0, serve: true, lines: [...report(imported), ...(await demoAccounts(orm))] };
}

/** Master data, and away with what a first start left that was cut short: people come last, so nobody can have worked in it. */
async function prepareHouse({ orm, clock, runner }: FirstStart): Promise<void> {
  await orm.em.fork().transactional((tx) => enterHouse(tx, clock.today()));
  const em = orm.em.fork();
  const left = await em.execute('select 1 from import_batch where undone_at is null and cycle_id is not null');
  for (const _batch of left) await runner.run(undoImport, await systemActor(em), { commandId: newId() });
}

async function hasPeople({ orm }: FirstStart): Promise<boolean> {
  return (await orm.em.fork().execute('select 1 from person limit 1')).length > 0;
}

async function readImport(path: string, setupPath: string | null) {
  const bytes = await read(path);
  return {
    fileName: basename(path),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sheet: await readForStart(bytes, basename(path)),
    setup: setupPath === null ? null : decode(await read(setupPath)),
  };
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new UsageError(`ファイルを読めません：${path}`);
  }
}

/** UTF-8, with or without BOM; else CP932, as a spreadsheet saves CSV. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

/** One 管理者 and one 事務局, each with a password of its own that has to be changed at the first login. */
async function enterFirstAccounts({ orm, clock }: FirstStart): Promise<string[]> {
  const em = orm.em.fork();
  const rows = await em.execute<{ kind: string; id: string }[]>(`select distinct on (kind) kind, id from organisation where kind in ('city','secretariat') order by kind, sort`);
  const idOf = (kind: string): string => rows.find((row) => row.kind === kind)?.id ?? '';
  const common = { mustChangePassword: true };
  const people = [
    { ...common, name: '管理者', login: 'kanri', password: generatePassword(), posts: [{ role: 'admin' as Role, organisationId: idOf('city'), title: '' }] },
    { ...common, name: '事務局', login: 'jimukyoku', password: generatePassword(), posts: [{ role: 'secretariat' as Role, organisationId: idOf('secretariat'), title: '' }] },
  ];
  await em.transactional((tx) => enterPeople(tx, people, clock.now()));
  return people.map(({ login, password, posts }) => accountLine({ role: posts[0]?.role ?? 'viewer', login, password }));
}

/** The demo's accounts that still have its password; none in a house that is not a demo. */
async function demoAccounts(orm: Orm): Promise<string[]> {
  const rows = await orm.em.fork().execute<{ login: string; role: Role; password_hash: string }[]>(
    `select distinct on (p.login) p.login, o.role, p.password_hash from person p join post o on o.person_id = p.id
     where p.login in (?) and not p.must_change_password order by p.login, o.id`,
    [[...PRINTED_LOGINS]],
  );
  // All of them share one hash as long as nobody changed the password, so one look is enough.
  const isDemo = new Map<string, boolean>();
  for (const { password_hash } of rows) if (!isDemo.has(password_hash)) isDemo.set(password_hash, await verify(password_hash, DEMO_PASSWORD));
  return PRINTED_LOGINS.flatMap((login) => rows.filter((row) => row.login === login && isDemo.get(row.password_hash) === true))
    .map(({ login, role }) => accountLine({ role, login, password: DEMO_PASSWORD }));
}

/** Findings by their first line: the raw lines below it stay with the import. */
const listed = ({ findings }: Imported): string[] => findings.map(({ code, line, message }) => `  ${line}行目 ${code} ${message.split('\n')[0] ?? ''}`);

function report({ planName, fiscalYear, counts, findings, organisationsMade }: Imported): string[] {
  return [
    `取り込みました：${planName} ${formatFiscalYear(fiscalYear)}末`,
    `${counts.rows}行：審査する行 ${counts.live}（実施中 ${counts.inProgress}・完了 ${counts.completed}）、完了済み ${counts.frozen}、再掲・同様 ${counts.references}`,
    `区へ照会する行 ${counts.askingWards}、回答 ${counts.answers}件`,
    ...(organisationsMade.length > 0 ? [`新しく登録した部会・局：${organisationsMade.join('、')}`] : []),
    `確かめるところ ${findings.length}件`,
  ];
}

function explain(error: ProblemError | SheetError | UsageError): string[] {
  if (error instanceof UsageError) return [error.message];
  if (error instanceof SheetError) return [`${error.code}：${error.line}行目 ${error.message}`];
  return [
    `${error.code}：${PROBLEMS[error.code].ja}${error.code === 'cycle/already-open' ? '（計画名は --plan で付けます）' : ''}`,
    ...(error.more.fields ?? []).map(({ path, message }) => `  ${path} ${message}`),
    ...(error.more.list ?? []).map(({ code, title }) => `  ${code} ${title}`),
  ];
}
