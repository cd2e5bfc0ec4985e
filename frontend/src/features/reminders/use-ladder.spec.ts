import { DEFAULT_LADDER } from '@furikaeri/model';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CycleId } from '@furikaeri/contracts';
import { effectScope } from 'vue';
import { transport } from '../../shared/commands/index.ts';
import { useLadder } from './composables/use-ladder.ts';
import { draftOf } from './ladder-draft.ts';

const original = { ...transport };
let scope: ReturnType<typeof effectScope>;
let answers: { status?: number; body: unknown }[];
let sent: Record<string, unknown>[];
const own = { ...DEFAULT_LADDER, steps: [-5, 0] };
const read = (more: object = {}): object => ({ ladder: DEFAULT_LADDER, isDefault: true, version: 0, house: DEFAULT_LADDER, officeHours: { from: '09:00', to: '17:30' }, open: [], secretariat: [], ...more });
const stale = { status: 409, body: { type: 'x', code: 'ladder/changed-meanwhile', title: 'x', status: 409 } };

beforeEach(() => {
  scope = effectScope();
  sent = [];
  transport.fetch = async (_, init) => {
    if (init.body != null) sent.push(JSON.parse(String(init.body)) as Record<string, unknown>);
    const { status = 200, body } = answers.shift() ?? { body: {} };
    return Response.json(body, { status });
  };
});
afterEach(() => { scope.stop(); Object.assign(transport, original); });
async function begin(...more: typeof answers): Promise<ReturnType<typeof useLadder>> {
  answers = [{ body: read() }, ...more];
  const ladder = scope.run(() => useLadder('cycle' as CycleId)) as ReturnType<typeof useLadder>;
  await ladder.load();
  return ladder;
}

describe('the ladder of a cycle', () => {
  test('is saved against the version that was read, and only then said to be saved', async () => {
    const ladder = await begin({ body: { ladder: own, isDefault: false, version: 1 } });
    expect(ladder.isDirty.value).toBe(false);
    ladder.change(draftOf(own));
    expect([ladder.isDirty.value, ladder.savedNow.value, ladder.takesHouse.value]).toEqual([true, false, false]);
    expect(await ladder.save()).toBe(true);
    expect(sent).toEqual([{ commandId: expect.any(String), expectedVersion: 0, ladder: own }]);
    expect([ladder.isDirty.value, ladder.savedNow.value, ladder.standing.value?.version]).toEqual([false, true, 1]);
  });
  test('標準に戻す takes the house’s own, which is sent as none', async () => {
    const ladder = await begin({ body: read({ ladder: own, isDefault: false, version: 3 }) }, { body: { ladder: DEFAULT_LADDER, isDefault: true, version: 4 } });
    await ladder.load();
    ladder.takeHouse();
    expect(ladder.isDirty.value).toBe(true);
    await ladder.save();
    expect(sent[0]).toMatchObject({ ladder: null, expectedVersion: 3 });
    expect(ladder.isDirty.value).toBe(false);
  });
  test('changed by somebody else first: both stay, and one’s own goes upon the new version when chosen', async () => {
    const others = { ...DEFAULT_LADDER, steps: [-1] };
    const ladder = await begin(stale, { body: read({ ladder: others, isDefault: false, version: 1 }) }, { body: { ladder: own, isDefault: false, version: 2 } });
    ladder.change(draftOf(own));
    expect(await ladder.save()).toBe(false);
    expect(ladder.theirs.value?.ladder.steps).toEqual([-1]);
    expect(ladder.ladder.value?.steps).toEqual([-5, 0]);
    ladder.settle('mine');
    await ladder.save();
    expect(sent[1]).toMatchObject({ expectedVersion: 1, ladder: own });
  });
  test('or theirs is taken over', async () => {
    const ladder = await begin(stale, { body: read({ ladder: { ...DEFAULT_LADDER, steps: [-1] }, isDefault: false, version: 1 }) });
    ladder.change(draftOf(own));
    await ladder.save();
    ladder.settle('theirs');
    expect([ladder.ladder.value?.steps, ladder.isDirty.value]).toEqual([[-1], false]);
  });
  test('reading the numbers again leaves what is being changed, and its version', async () => {
    const ladder = await begin({ body: read({ ladder: { ...DEFAULT_LADDER, steps: [-1] }, version: 7, secretariat: ['office'] }) });
    ladder.change(draftOf(own));
    await ladder.load();
    expect([ladder.ladder.value?.steps, ladder.standing.value?.version, ladder.standing.value?.secretariat]).toEqual([[-5, 0], 0, ['office']]);
  });
  test('what cannot be followed is not sent', async () => {
    const ladder = await begin();
    ladder.change({ ...draftOf(own), steps: [] });
    expect([await ladder.save(), sent]).toEqual([false, []]);
  });
});
