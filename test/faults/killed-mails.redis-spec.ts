import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { startRedis, type TestRedis } from '../kit/redis.ts';
import { KilledMails, MOMENTS, expectNoneLost } from './killed-mails.ts';

jest.setTimeout(300_000);

let redis: TestRedis;
let mails: KilledMails;
beforeAll(async () => {
  redis = await startRedis();
  mails = await KilledMails.open(redis.url, () => redis.flushAll());
});
afterAll(async () => {
  await mails?.close();
  await redis?.close();
});

it('with Redis as well, FLUSHALL in mid-flight among the moments', async () => {
  for (let round = 0; round < 20; round += 1) expectNoneLost(await mails.round(MOMENTS[round % MOMENTS.length] ?? 'claimed'));
  expect(MOMENTS).toContain('wiped');
});
