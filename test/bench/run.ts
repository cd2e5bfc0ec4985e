import { layOutBoard } from './big-board.ts';
import { measureBoardApi } from './board-api.ts';
import { measureBoardBrowser } from './board-browser.ts';
import { measureFanout } from './fanout.ts';
import { measureLimits } from './limits.ts';
import { measureMails } from './mails.ts';
import { measureMatrix } from './matrix.ts';
import { measureComments, measureMoves } from './moves.ts';
import { measureSheet } from './sheet.ts';
import { startWorld } from './world.ts';

/** Prints one JSON object on stdout: milliseconds and bytes; what is going on goes to stderr. `sheet`, `matrix` or `mails` as argument measures that alone. */
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const only = process.argv[2];
const print = (figures: unknown): void => void process.stdout.write(`${JSON.stringify(figures)}\n`);

if (only === 'matrix') {
  const small = await startWorld();
  try { print({ matrix: await measureMatrix(small) }); } finally { await small.stop(); }
  process.exit();
}

if (only === 'mails') {
  print({ mails: await measureMails() });
  process.exit();
}

say('the sheet in and out');
// Before the servers start, which would share its two cores.
const sheet = await measureSheet();
if (only === 'sheet') {
  print({ sheet });
  process.exit();
}

say('5,000 まとめメール');
const mails = await measureMails();

const world = await startWorld();
try {
  const lead = await leadLogin();
  const [office, leadCookie, viewer] = [await world.login('jimukyoku'), await world.login(lead), await world.login('etsuran')];
  const boards = new Map<number, string>();
  for (const size of [100, 1000, 5000]) boards.set(size, await layOutBoard(world.owner, size));
  const board = (size: number): string => boards.get(size) ?? '';

  const boardApi: Record<string, unknown> = {};
  for (const size of boards.keys()) {
    say(`board of ${size} cards by API`);
    boardApi[size] = await measureBoardApi(world, office, board(size), size);
  }
  const boardBrowser: Record<string, unknown> = {};
  for (const size of boards.keys()) {
    say(`board of ${size} cards in Chromium`);
    boardBrowser[size] = await measureBoardBrowser(world, office, board(size));
  }
  say('the matrix of 100 rows × 24 wards');
  const matrix = await measureMatrix(world);
  say('one move seen by 100 clients');
  const fanout = { 100: await measureFanout(world, leadCookie, viewer, board(1000), 100) };
  const moves: Record<string, unknown> = {};
  const comments: Record<string, unknown> = {};
  for (const writers of [1, 16, 64]) {
    say(`${writers} writers`);
    moves[writers] = await measureMoves(world, leadCookie, board(5000), writers);
    comments[writers] = await measureComments(world, leadCookie, board(1000), writers);
  }
  say('limits of the machine');
  const limits = await measureLimits(world.ownerUrl);
  print({ sheet, mails, boardApi, boardBrowser, matrix, fanout, moves, comments, limits });
} finally {
  await world.stop();
}

/** The 部会長 who leads the laid-out boards: the first post of that role, as in big-board.ts. */
async function leadLogin(): Promise<string> {
  const { rows: [row] } = await world.owner.query<{ login: string }>(
    "select p.login from post o join person p on p.id = o.person_id where o.role = 'committee_lead' order by o.id limit 1");
  if (!row) throw new Error('The demo has no 部会長.');
  return row.login;
}
