import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addComment, editSubmission, listMySubmissions, openBoard, openCard, readWorkplace, type CardId, type CommandId, type Comment, type CycleId, type SubmissionId } from '../../packages/contracts/src/index.ts';
import { EMPTY_CONTENT } from '../../packages/model/src/index.ts';
import { newId } from '../../backend/src/platform/commands/new-id.ts';
import { Visitor } from '../kit/api.ts';
import { startProduct, type Product } from '../kit/product.ts';
import { waitFor } from '../kit/wait-for.ts';

// Some twenty-five starts of the whole product: under a minute on a quiet machine, several on a busy one.
jest.setTimeout(400_000);

const ROUNDS = 20;
/** Comments under way when the process is killed; it dies once half of them were acknowledged. */
const AT_ONCE = 8;

let home: string;
let dataDir: string;
let product: Product;
let staff: Visitor;
let cycleId: CycleId;
let cardId: CardId;
let answerId: SubmissionId;

interface Said { commandId: CommandId; text: string; answer: Comment | null }
const said: Said[] = [];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'furikaeri-faults-'));
  chmodSync(home, 0o711); // the database may run as another user, who has to pass through
  dataDir = join(home, 'postgres');
  // The first start loads the demo and ends in order; with it, the compiled code is kept for the many starts to come.
  await (await start()).stop();
  product = await start();
  staff = await product.as('kita-staff');
  const { cycles } = await staff.call(readWorkplace, {});
  cycleId = cycles[0]?.id as CycleId;
  cardId = (await staff.call(openBoard, { cycleId })).cards.find(({ code }) => code === '2-(2)-14')?.id as CardId;
  answerId = (await staff.call(listMySubmissions, { cycleId })).items.find(({ question }) => question.code === '2-(2)-14')?.answer.id as SubmissionId;
});
afterAll(async () => {
  await product?.stop('SIGKILL');
  await waitFor(() => residents().length === 0, { within: 30_000, what: 'the end of the database' });
  rmSync(home, { recursive: true, force: true });
});

/** The product with a database of its own on the disk, which it keeps safe as in a real house: fsync is on. */
const start = (): Promise<Product> => startProduct({ DATA_DIR: dataDir });

/** The same browser at the product's new address: the session lives in the database. */
async function again(): Promise<void> {
  product = await start();
  staff = Object.assign(new Visitor(product.address), { cookie: staff.cookie });
}

/** Processes that live in the data folder, as every process of PostgreSQL does. */
function residents(): number[] {
  const cwd = (pid: string): string | null => {
    try { return readlinkSync(`/proc/${pid}/cwd`); } catch { return null; }
  };
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && cwd(name) === dataDir).map(Number);
}

const answer = async () => {
  const { items } = await staff.call(listMySubmissions, { cycleId });
  const found = items.find(({ answer: one }) => one.id === answerId)?.answer;
  if (!found) throw new Error('the answer is gone');
  return found;
};

/** Writes the answer and says several things at once, and kills the process as soon as half of them were heard. */
async function workUntilKilled(round: number): Promise<{ draft: string; edit: CommandId; version: number }> {
  const before = await answer();
  const draft = `${round}回目に書いた例`;
  const edit = newId() as CommandId;
  await staff.call(editSubmission, { commandId: edit, submissionId: answerId, expectedVersion: before.version, content: { ...EMPTY_CONTENT, answer: 'yes', example: draft } });
  let heard = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async (_, at) => {
    const one: Said = { commandId: newId() as CommandId, text: `${round}-${at}`, answer: null };
    said.push(one);
    try {
      one.answer = await staff.call(addComment, { commandId: one.commandId, cardId, submissionId: null, text: one.text });
      heard += 1;
      if (heard === AT_ONCE / 2) process.kill(product.pid, 'SIGKILL');
    } catch { /* cut off: nobody was told whether it happened */ }
  }));
  const ended = await product.stop('SIGKILL');
  expect(ended.signal).toBe('SIGKILL');
  return { draft, edit, version: before.version };
}

describe('a process that is killed', () => {
  it(`loses nothing it has acknowledged, ${ROUNDS} times over, and answers a repeated command from its receipt`, async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const { draft, edit, version } = await workUntilKilled(round);
      await again();
      const now = await answer();
      expect([round, now.draft.example]).toEqual([round, draft]);
      // Sent again under the same id, on the version it was meant for: the receipt answers, nothing is written.
      const repeated = await staff.call(editSubmission, { commandId: edit, submissionId: answerId, expectedVersion: version, content: { ...EMPTY_CONTENT, answer: 'yes', example: draft } });
      expect([repeated.version, (await answer()).version]).toEqual([now.version, now.version]);

      const kept = new Set((await staff.call(openCard, { cardId })).comments.map(({ text }) => text));
      const lost = said.filter((one) => one.answer !== null && !kept.has(one.text));
      expect([round, lost]).toEqual([round, []]);
      // What was cut off is asked again, and then is there once, whether it had happened or not.
      for (const one of said.filter(({ answer: heard }) => heard === null)) one.answer = await staff.call(addComment, { commandId: one.commandId, cardId, submissionId: null, text: one.text });
    }
    const { comments, card } = await staff.call(openCard, { cardId });
    const texts = comments.map(({ text }) => text).filter((text) => /^\d+-\d+$/.test(text));
    expect(texts.toSorted()).toEqual(said.map(({ text }) => text).toSorted());
    expect(card.comments).toBe(comments.length);
    for (const one of said.slice(0, 5)) expect(await staff.call(addComment, { commandId: one.commandId, cardId, submissionId: null, text: one.text })).toEqual(one.answer);
  });

  it('leaves no database behind', async () => {
    const lock = join(dataDir, 'postmaster.pid');
    const server = Number(readFileSync(lock, 'utf8').split('\n')[0]);
    expect(residents()).toContain(server);
    await product.stop('SIGKILL');
    await waitFor(() => residents().length === 0, { within: 30_000, what: 'the end of the database' });
    await again();
  });
});

describe('a process that is asked to end', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends in order on %s, its database first of all its children, and the next start finds everything', async (signal) => {
    const before = await answer();
    // A browser that listens does not hold it up.
    const socket = staff.socket();
    await new Promise<void>((resolve, reject) => { socket.once('connect', () => resolve()).once('connect_error', reject); });
    const ended = await product.stop(signal);
    socket.disconnect();
    expect(ended).toMatchObject({ code: 0, signal: null, err: '' });
    expect(residents()).toEqual([]);
    // A lock file left behind is the mark of a server that did not end in order.
    expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(false);
    await again();
    expect(await answer()).toEqual(before);
  });
});
