import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../kit/browser.ts';
import { LIVE_CHANGES, layOutMatrix, ROWS, WARDS } from './big-matrix.ts';
import { httpClient } from './http-client.ts';
import { percentile } from './percentiles.ts';
import type { World } from './world.ts';

const OPENINGS = 11;
/** As many rows as a window of 900 px shows at once; the table draws the others when they are scrolled to. */
const ROWS_IN_SIGHT = 25;

export interface MatrixFigures {
  rows: number;
  wards: number;
  /** From the click on 進み具合 until a full window of it is painted; each opening loads the screen's own code anew. */
  openMs: { median: number; p95: number };
  /** The same, coming back to the screen. */
  againMs: { median: number; p95: number };
  /** From a ward's 提出 in another session until the cell is painted. */
  liveMs: { median: number; p95: number };
  longestTaskMs: number;
  apiMs: { median: number; p95: number };
}

/** 進み具合 of 100 rows × 24 wards in Chromium, and how soon it shows what a ward hands in. */
export async function measureMatrix(world: World): Promise<MatrixFigures> {
  const cycleId = await layOutMatrix(world.owner);
  const [office, approver] = [await world.login('jimukyoku'), await world.login('kita-approver')];
  const browser = await launchBrowser();
  try {
    const open: number[] = [];
    const again: number[] = [];
    let longestTaskMs = 0;
    for (let opening = 0; opening < OPENINGS; opening += 1) {
      const page = await homeOf(browser, world, office, cycleId);
      open.push(await clickToPaint(page));
      longestTaskMs = Math.max(longestTaskMs, await page.evaluate(() => Math.round((globalThis as unknown as { longestTask: number }).longestTask)));
      await toBoard(page);
      again.push(await clickToPaint(page));
      await page.context().close();
    }
    const page = await homeOf(browser, world, office, cycleId);
    await clickToPaint(page);
    const live = await liveChanges(world, page, approver, cycleId);
    return { rows: ROWS, wards: WARDS, openMs: spread(open), againMs: spread(again), liveMs: spread(live), longestTaskMs, apiMs: spread(await byApi(world, office, cycleId)) };
  } finally {
    await browser.close();
  }
}

const spread = (sample: readonly number[]): { median: number; p95: number } => ({ median: percentile(sample, 0.5), p95: percentile(sample, 0.95) });

async function homeOf(browser: Browser, world: World, cookie: string, cycleId: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  const [name = '', ...value] = cookie.split('=');
  await context.addCookies([{ name, value: value.join('='), url: world.baseUrl }]);
  const page = await context.newPage();
  await page.addInitScript((cycle) => {
    localStorage.setItem('furikaeri.cycle', cycle);
    Object.assign(globalThis, { longestTask: 0 });
  }, cycleId);
  await page.goto(world.baseUrl);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) Object.assign(globalThis, { longestTask: Math.max((globalThis as unknown as { longestTask: number }).longestTask, entry.duration) });
    }).observe({ type: 'longtask' });
  });
  return page;
}

async function toBoard(page: Page): Promise<void> {
  await page.locator('nav a[href^="/board"]').first().click();
  await page.waitForFunction(() => document.querySelectorAll('[data-card]').length > 0);
  await page.waitForLoadState('networkidle');
}

/** The page's own clock, from the click on; a frame after the last cell in sight is there it has been painted. */
function clickToPaint(page: Page): Promise<number> {
  return page.evaluate((last) => new Promise<number>((resolve) => {
    const link = document.querySelector<HTMLAnchorElement>('nav a[href^="/progress"]');
    const begin = performance.now();
    const look = (): void => {
      if (document.querySelector(last) === null) { requestAnimationFrame(look); return; }
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin)));
    };
    link?.click();
    look();
  }), `[data-spot="${ROWS_IN_SIGHT - 1} ${WARDS - 1}"]`);
}

/** 北区 hands in one draft after the other; the cell's own words tell when its change is there. */
async function liveChanges(world: World, page: Page, cookie: string, cycleId: string): Promise<number[]> {
  const client = httpClient(world.baseUrl, cookie);
  const { rows } = await world.owner.query<{ id: string; version: number; row: number; column: number }>(
    `select s.id, s.draft_version as version, (select count(*) from card b where b.cycle_id = c.cycle_id and b.sort < c.sort)::int as row,
            (select count(*) from organisation w where w.kind = 'ward' and w.sort < o.sort)::int as "column"
     from submission s join card c on c.id = s.card_id join organisation o on o.id = s.organisation_id join post p on p.organisation_id = o.id join person x on x.id = p.person_id
     where c.cycle_id = $1 and x.login = 'kita-approver' and s.state = 'draft' order by c.sort limit $2`, [cycleId, LIVE_CHANGES]);
  await page.waitForLoadState('networkidle');
  const latencies: number[] = [];
  for (const { id, version, row, column } of rows) {
    const painted = page.evaluate((spot) => new Promise<number>((resolve) => {
      const cell = document.querySelector(`[data-spot="${spot}"]`);
      const observer = new MutationObserver(() => {
        if (cell?.getAttribute('aria-label')?.includes('提出済') !== true) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())));
      });
      if (cell !== null) observer.observe(cell, { attributes: true });
    }), `${row} ${column}`);
    // A round trip, so that the observer is there before the change is made.
    await page.evaluate(() => null);
    const sent = performance.timeOrigin + performance.now();
    const submitted = client.send('POST', `/api/submissions/${id}/submit`, { commandId: randomUUID(), expectedVersion: version }).then((answer) => {
      if (answer.status >= 300) throw new Error(`A submission was refused: ${answer.body.toString()}`);
    });
    const [seenAt] = await Promise.all([painted, submitted]);
    latencies.push(seenAt - sent);
  }
  client.close();
  if (latencies.length < LIVE_CHANGES) throw new Error(`Only ${latencies.length} answers could be handed in.`);
  return latencies;
}

async function byApi(world: World, cookie: string, cycleId: string): Promise<number[]> {
  const client = httpClient(world.baseUrl, cookie);
  const latencies: number[] = [];
  for (let round = 0; round < 30; round += 1) {
    const sent = performance.now();
    const answer = await client.send('GET', `/api/cycles/${cycleId}/progress`, undefined, { 'accept-encoding': 'gzip' });
    if (answer.status !== 200) throw new Error(`The matrix answered ${answer.status}`);
    if (round >= 3) latencies.push(performance.now() - sent);
  }
  client.close();
  return latencies;
}
