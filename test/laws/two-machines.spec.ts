import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { City } from './city.ts';
import { compareAll, compareCard } from './compare.ts';
import { NAMES } from './people.ts';
import { endsOfStreams, keepsSecrets, streamsAreRefused } from './privacy.ts';
import { steps, tryEdges, type Walk, WEIGHTS } from './step.ts';
import { begin, BEGINNINGS, CARD_NAMES, type Start, type World } from './world.ts';

/** LAW_RUNS and LAW_SEED walk more and other ways, LAW_TALLY tells what was done; without them every run of the tests walks the same. */
const { LAW_RUNS = '12', LAW_SEED = '20250514', LAW_TALLY } = process.env;
const MOST_STEPS = 40;
/** A walk that fails is made shorter for as long; what was found by then is told. */
const SHRINKING = 120_000;

let city: City;
const tally: Walk['tally'] = new Map();
beforeAll(async () => { city = await City.open(); });
afterAll(() => city.close());

const starts = fc.record<Start & { seed: number }>({
  seed: fc.nat(0xffff),
  phase: fc.constantFrom('review', 'collection', 'review', 'collection', 'review', 'collection', 'review', 'check', 'conference', 'preparation'),
  day: fc.nat(2),
  cards: fc.uniqueArray(fc.record({ name: fc.constantFrom(...CARD_NAMES), at: fc.constantFrom(...BEGINNINGS) }), { selector: ({ name }) => name, minLength: 1, maxLength: 3 }),
});

async function walk({ seed, ...start }: Start & { seed: number }, taken: Iterable<fc.AsyncCommand<World, Walk>>): Promise<void> {
  const world = begin(start);
  const heard = await endsOfStreams(city);
  await city.settle(world);
  const real: Walk = { city, heard, done: [], tally, story: [`${start.phase}, ${world.today}, ${start.cards.map(({ name, at }) => `${name} ${at}`).join(', ')}`] };
  try {
    compareAll(city, world);
    await tryEdges(world, real, seed);
    await fc.asyncModelRun(() => ({ model: world, real }), taken);
    await tryEdges(world, real, seed);
    for (const card of world.cards) await compareCard(city, card);
    const names = world.cards.map(({ name }) => name);
    for (const name of NAMES.filter((_, index) => index % 4 === start.cards.length % 4)) {
      await keepsSecrets(city, world, name, names, heard);
      await streamsAreRefused(city, world, name);
    }
  } catch (error) {
    throw new Error(`After\n  ${real.story.join('\n  ')}\n${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

describe('the two machines of DOMAIN 4.3', () => {
  it('do over HTTP, for every sequence of actions by everybody, what an independent reading of the two tables says', async () => {
    let stopAt = Infinity;
    const law = fc.asyncProperty(starts, steps(MOST_STEPS), async (start, taken) => {
      if (Date.now() > stopAt) return;
      try {
        await walk(start, taken);
      } catch (error) {
        stopAt = Math.min(stopAt, Date.now() + SHRINKING);
        throw error;
      }
    });
    await fc.assert(law, { numRuns: Number(LAW_RUNS), seed: Number(LAW_SEED) });
    if (LAW_TALLY !== undefined) console.log(Object.fromEntries([...tally].toSorted()));
    // Walks that never get anywhere prove nothing: every verb was carried out, and rules were met at their edges.
    expect(Object.keys(WEIGHTS).filter((verb) => verb !== 'wait' && !tally.has(`${verb} ✓`))).toEqual([]);
    expect([...tally.keys()].filter((key) => key.includes('✗')).length).toBeGreaterThan(60);
  }, 20_000 * Number(LAW_RUNS) + SHRINKING);
});

