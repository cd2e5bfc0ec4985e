import type { EntityManager } from '@mikro-orm/postgresql';
import type pg from 'pg';

interface Result { numAffectedRows?: bigint; rows: unknown[] }
export type Statement = readonly [sql: string, params: readonly unknown[]];

const COUNTED = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);
const FRAME = new Set(['BEGIN', 'COMMIT']);
const NEEDS_NO_ANSWER = /^(?:insert|update|delete)\b/i;

/**
 * One command's transaction, on one connection of the pool, in as few messages as possible. BEGIN travels with the first
 * statement; what the last flush writes, the log and COMMIT travel together. The locks on the streams, for which every
 * writer of a cycle waits, are so held for the server's own time only and never for a way through this process.
 * The ORM runs its statements through `executeQuery`.
 */
export class CommandTransaction {
  private state: 'fresh' | 'open' | 'ended' = 'fresh';
  private kept: string[] = [];
  private phase: 'working' | 'writing' | 'last' = 'working';

  private constructor(private readonly client: pg.PoolClient) {}

  /** Takes a connection; from now on everything of this entity manager happens inside the transaction. */
  static async begin(em: EntityManager): Promise<CommandTransaction> {
    const pool = (await em.getConnection().getNativeClient()) as pg.Pool;
    const transaction = new CommandTransaction(await pool.connect());
    em.setTransactionContext(transaction);
    return transaction;
  }

  async executeQuery({ sql }: { sql: string }): Promise<Result> {
    if (this.phase === 'writing' && NEEDS_NO_ANSWER.test(sql) && !/\breturning\b/i.test(sql)) {
      this.kept.push(sql);
      return { numAffectedRows: 1n, rows: [] };
    }
    const results = await this.send([...this.kept.splice(0), sql]);
    const result = results.at(-1);
    if (!result) return { rows: [] };
    return { ...(COUNTED.has(result.command) && { numAffectedRows: BigInt(result.rowCount ?? 0) }), rows: result.rows };
  }

  /** Several statements in one message; each sees what was committed before it began. */
  async readTogether(statements: readonly string[]): Promise<unknown[][]> {
    return (await this.send(statements)).map(({ rows }) => rows as unknown[]);
  }

  /** From here on only writing follows, and nobody looks at what a statement gives back: it may wait for the next message. */
  writeWithNext(): void {
    this.phase = 'writing';
  }

  /** The next statement is the last one: when it has been carried out, the transaction is committed. */
  commitWithNext(): void {
    this.phase = 'last';
  }

  /** Ends the transaction, where it has not been committed, and gives the connection back. Call it always. */
  async end(em: EntityManager): Promise<void> {
    em.resetTransactionContext();
    try {
      if (this.state === 'open') await this.client.query('rollback');
      this.client.release();
    } catch (error) {
      // Nothing is known of this connection any more: the server rolls back when it is closed.
      this.client.release(error as Error);
    }
  }

  private async send(statements: readonly string[]): Promise<pg.QueryResult[]> {
    if (this.state === 'ended') throw new Error('The transaction of this command has ended.');
    const text = [...(this.state === 'fresh' ? ['begin'] : []), ...statements, ...(this.phase === 'last' ? ['commit'] : [])].join(';');
    this.state = 'open';
    const answer = (await this.client.query(text)) as pg.QueryResult | pg.QueryResult[];
    if (this.phase === 'last') this.state = 'ended';
    return (Array.isArray(answer) ? answer : [answer]).filter(({ command }) => !FRAME.has(command));
  }
}

/** The rows of several statements, in one message where this entity manager carries out a command. */
export async function readTogether(em: EntityManager, statements: readonly Statement[]): Promise<object[][]> {
  const transaction = em.getTransactionContext() as unknown;
  if (transaction instanceof CommandTransaction) {
    const platform = em.getPlatform();
    return (await transaction.readTogether(statements.map(([sql, params]) => platform.formatQuery(sql, params)))) as object[][];
  }
  const all: object[][] = [];
  for (const [sql, params] of statements) all.push(await em.execute<object[]>(sql, [...params]));
  return all;
}
