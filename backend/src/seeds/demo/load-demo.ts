import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { OutputOf, applyImport as contract } from '@furikaeri/contracts';
import { parseSheet } from '@furikaeri/sheet';
import { readClosedDays } from '../../features/cycles/index.ts';
import { applyImport, systemActor } from '../../features/exchange/index.ts';
import { FixedClock } from '../../platform/clock/clock.ts';
import { CommandRunner } from '../../platform/commands/command-runner.ts';
import type { Orm } from '../../platform/database/connect.ts';
import { newId } from '../../platform/commands/new-id.ts';
import { enterDemoOrganisations, enterDemoPeople } from './cast.ts';
import { demoSchedule, inTokyo } from './days.ts';
import { playLastYear } from './last-year.ts';
import { quoteFigures } from './live-figures.ts';
import { playScene } from './play-scene.ts';

// The fixtures lie beside the built code as they lie beside the source: both are three folders below backend's.
const fixture = (name: string): Buffer => readFileSync(new URL(`../../../../packages/sheet/fixtures/${name}`, import.meta.url));

/** The demo: a sheet of our own, its setup, somebody in every post, and a review in full swing. Call it on a house without people. */
export async function loadDemo(orm: Orm, now: Date, today: string): Promise<OutputOf<typeof contract>> {
  const em = orm.em.fork();
  const closed = await readClosedDays(em);
  const schedule = demoSchedule(today, closed);
  await em.transactional((tx) => enterDemoOrganisations(tx));
  const bytes = fixture('review-sheet-r6.txt');
  // The sheet was imported on the morning of the 照会, so that the history begins with it.
  const runner = new CommandRunner(em, new FixedClock(inTokyo(schedule.openedOn, '09:05')));
  const imported = await runner.run(applyImport, await systemActor(em), {
    commandId: newId(), planName: DEFAULT_PLAN, fileName: 'review-sheet-r6.txt', sha256: createHash('sha256').update(bytes).digest('hex'),
    sheet: parseSheet(bytes), setup: fixture('setup-r6.csv').toString('utf8'), schedule,
  });
  // People come last, with their scene: a house without people is one whose first start was cut short, and starts anew.
  await orm.em.fork().transactional(async (tx) => {
    const cast = await enterDemoPeople(tx, now);
    await playScene(tx, cast, imported.cycleId, { now, today, closed });
    await quoteFigures(tx, cast, imported.cycleId, today);
    await playLastYear(tx, cast, imported.cycleId);
  });
  return imported;
}

/** What a plan is called where nobody says otherwise: the form carries no name. */
export const DEFAULT_PLAN = '区政の4年計画';
