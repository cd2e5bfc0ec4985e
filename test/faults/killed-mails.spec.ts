import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { KilledMails, MOMENTS, expectNoneLost } from './killed-mails.ts';

// A hundred workers are started and killed: some three minutes on a quiet machine.
jest.setTimeout(900_000);

const ROUNDS = 100;

let mails: KilledMails;
beforeAll(async () => {
  mails = await KilledMails.open(null, (db) => db.em().execute('delete from bullmq.job; delete from bullmq.scheduler').then(() => undefined));
});
afterAll(() => mails?.close());

it(`a worker killed between claim, send and mark, ${ROUNDS} times over, with the queue wiped every fourth: no mail is missing, a repeated one carries its Message-ID`, async () => {
  let repeated = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const outcome = await mails.round(MOMENTS[round % MOMENTS.length] ?? 'claimed');
    expectNoneLost(outcome);
    repeated += [...outcome.messageIds.values()].filter((ids) => ids.length > 1).length;
  }
  // Half of the moments lie after the relay took a mail, so this has seen what it is about.
  expect(repeated).toBeGreaterThan(ROUNDS / 4);
  expect(mails.furtherLooks).toBeLessThan(ROUNDS / 20);
});
