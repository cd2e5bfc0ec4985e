import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { CycleId, PersonId, SubmissionId } from '@furikaeri/contracts';
import { effectScope, nextTick, shallowRef } from 'vue';
import { transport } from '../../shared/commands/index.ts';
import { useNudgeWords, type NudgeWords } from './composables/use-nudge-words.ts';
import { useNudges } from './composables/use-nudges.ts';

interface Call { path: string; body: Record<string, unknown>; reply: (body: unknown, status?: number) => Promise<void> }
const original = { ...transport };
let calls: Call[];
let scope: ReturnType<typeof effectScope>;
let screen: ReturnType<typeof effectScope>;
let words: NudgeWords;
const ids = shallowRef<SubmissionId[]>([]);
const settle = async (): Promise<void> => { for (let turns = 0; turns < 12; turns += 1) await Promise.resolve(); };
const preview = (more: object = {}): object => ({ template: { subject: 's', body: 'b' }, mails: [], leftOut: [], copyReaders: [], isOpen: true, opensAt: '2025-05-21T00:00:00Z', ...more });
const refused = (code: string): object => ({ type: 'x', code, title: code, status: 422 });
const begin = (): ReturnType<typeof useNudges> => scope.run(() => useNudges(() => 'cycle' as CycleId, () => ids.value, words)) as ReturnType<typeof useNudges>;
const last = (): Call => calls.at(-1) as Call;

beforeEach(() => {
  jest.useFakeTimers();
  calls = [];
  screen = effectScope();
  words = screen.run(() => useNudgeWords()) as NudgeWords;
  scope = effectScope();
  ids.value = ['a' as SubmissionId];
  transport.fetch = (path, init) => new Promise((resolve) => {
    calls.push({ path, body: JSON.parse(String(init.body)) as Record<string, unknown>, reply: async (body, status = 200) => { resolve(Response.json(body, { status })); await settle(); } });
  });
  transport.wait = async () => {};
});
afterEach(() => { scope.stop(); screen.stop(); jest.useRealTimers(); Object.assign(transport, original); });

async function pause(): Promise<void> {
  await nextTick();
  jest.advanceTimersByTime(1000);
  await settle();
}

describe('the preview of まとめて督促', () => {
  test('is asked anew once after several changes, and an answer to an older choice is dropped', async () => {
    const nudges = begin();
    void nudges.load();
    await settle();
    ids.value = ['a', 'b'] as SubmissionId[];
    await nextTick();
    ids.value = ['a', 'b', 'c'] as SubmissionId[];
    await pause();
    expect(calls.map(({ body }) => body['submissionIds'])).toEqual([['a'], ['a', 'b', 'c']]);
    await last().reply(preview({ template: { subject: 'new', body: '' } }));
    await (calls[0] as Call).reply(preview({ template: { subject: 'old', body: '' } }));
    expect(nudges.preview.value?.template.subject).toBe('new');
    expect(nudges.loading.value).toBe(false);
  });
  test('outside office hours 予約 is what one gets, until one chooses otherwise', async () => {
    const nudges = begin();
    void nudges.load();
    await settle();
    await last().reply(preview({ isOpen: false }));
    expect(nudges.when.value).toBe('office_hours');
    nudges.when.value = 'now';
    ids.value = ['b'] as SubmissionId[];
    await pause();
    await last().reply(preview({ isOpen: false }));
    expect(nudges.when.value).toBe('now');
  });
  test('another time is another question, and what was typed stays', async () => {
    const nudges = begin();
    void nudges.load();
    await settle();
    expect(last().body['when']).toBe('office_hours');
    await last().reply(preview({ isOpen: false, template: { subject: 'booked', body: '' } }));
    await pause();
    expect(calls).toHaveLength(1);
    const own = { subject: 'own', body: '{{一覧}}' };
    words.template.value = own;
    await pause();
    await last().reply(preview({ isOpen: false, template: own }));
    nudges.when.value = 'now';
    await nextTick();
    expect(await nudges.confirm()).toBeNull();
    await pause();
    expect(last().body).toMatchObject({ when: 'now', template: own });
    await last().reply(preview({ isOpen: false, template: own, leftOut: [{ submissionId: 'a', why: 'sent_today' }] }));
    expect(nudges.preview.value?.leftOut).toHaveLength(1);
    nudges.when.value = 'office_hours';
    await pause();
    expect(last().body).toMatchObject({ when: 'office_hours', template: own });
  });
  test('in office hours the first answer is the one to send at once', async () => {
    const nudges = begin();
    void nudges.load();
    await settle();
    await last().reply(preview());
    await pause();
    expect(nudges.when.value).toBe('now');
    expect(calls).toHaveLength(1);
  });
  test('lets go of copies that other answers do not allow', async () => {
    const nudges = begin();
    nudges.copyTo.value = ['chief' as PersonId];
    await pause();
    await last().reply(refused('nudge/not-a-copy-reader'), 422);
    await pause();
    expect(last().body['copyTo']).toEqual([]);
    await last().reply(preview());
    expect(nudges.error.value).toBeNull();
  });
});

describe('what was chosen', () => {
  test('stays while the panel is closed, and goes with what was sent', async () => {
    const nudges = begin();
    void nudges.load();
    await settle();
    await last().reply(preview({ isOpen: false, copyReaders: [{ personId: 'chief' }] }));
    nudges.copyTo.value = ['chief' as PersonId];
    nudges.when.value = 'now';
    scope.stop();
    scope = effectScope();
    const again = begin();
    void again.load();
    await settle();
    expect(last().body).toMatchObject({ copyTo: ['chief'], when: 'now' });
    await last().reply(preview({ isOpen: false, copyReaders: [{ personId: 'chief' }] }));
    expect(again.when.value).toBe('now');
    const done = again.confirm();
    await settle();
    await last().reply({ mails: 2, recipients: [], leftOut: [], notBefore: null });
    await done;
    expect([words.copyTo.value, words.when.value]).toEqual([[], null]);
  });
});

describe('sending', () => {
  test('waits for the preview of what is sent, and goes once', async () => {
    const nudges = begin();
    void nudges.load();
    await settle();
    expect(await nudges.confirm()).toBeNull();
    await last().reply(preview());
    const done = nudges.confirm();
    expect(await nudges.confirm()).toBeNull();
    await settle();
    await last().reply({ mails: 1, recipients: [], leftOut: [], notBefore: null });
    expect(await done).toMatchObject({ mails: 1, commandId: last().body['commandId'] });
    expect(calls.filter(({ path }) => path.endsWith('/nudges'))).toHaveLength(1);
  });
  test('other answers chosen afterwards begin another 督促', async () => {
    const nudges = begin();
    void nudges.load();
    await settle();
    await last().reply(preview({ copyReaders: [{ personId: 'chief' }] }));
    nudges.copyTo.value = ['chief' as PersonId];
    await pause();
    await last().reply(preview({ copyReaders: [{ personId: 'chief' }] }));
    const done = nudges.confirm();
    await settle();
    await last().reply({ mails: 2, recipients: [], leftOut: [], notBefore: null });
    await done;
    ids.value = ['z'] as SubmissionId[];
    await pause();
    expect(nudges.result.value).toBeNull();
    expect(last().body).toMatchObject({ submissionIds: ['z'], copyTo: [] });
  });
  test('a refusal is kept for the screen, and the next try is a command of its own', async () => {
    const nudges = begin();
    void nudges.load();
    await settle();
    await last().reply(preview());
    const first = nudges.confirm();
    await settle();
    await last().reply(refused('nudge/nobody-to-send-to'), 422);
    expect(await first).toBeNull();
    expect(nudges.refusal.value).toMatchObject({ code: 'nudge/nobody-to-send-to' });
    const { body: before } = last();
    void nudges.confirm();
    await settle();
    expect(last().body['commandId']).not.toBe(before['commandId']);
  });
});

describe('own words', () => {
  const standing = { subject: 's', body: '{{一覧}}' };
  const type = async (body: string): Promise<void> => { words.body.value = body; await pause(); };

  test('stay while the panel is closed, and are asked with when it opens again', async () => {
    begin();
    words.begin(standing);
    await pause();
    expect([words.isDirty.value, words.template.value]).toEqual([false, null]);
    await type('お早めに {{一覧}}');
    scope.stop();
    scope = effectScope();
    void begin().load();
    await settle();
    expect(words.isDirty.value).toBe(true);
    expect(last().body['template']).toEqual({ subject: 's', body: 'お早めに {{一覧}}' });
  });
  test('that could not be sent stay typed, and what is asked for is the last that could', async () => {
    words.begin(standing);
    await type('お早めに {{一覧}}');
    await type('一覧のない文');
    expect([words.isDirty.value, words.isFaulty.value, words.template.value?.body]).toEqual([true, true, 'お早めに {{一覧}}']);
  });
  test('go when they were sent, and when they are let go', async () => {
    const nudges = begin();
    words.begin(standing);
    await type('お早めに {{一覧}}');
    await last().reply(preview());
    const done = nudges.confirm();
    await settle();
    await last().reply({ mails: 1, recipients: [], leftOut: [], notBefore: null });
    await done;
    await pause();
    expect([words.isOpen.value, words.isDirty.value, words.template.value, nudges.loading.value]).toEqual([false, false, null, false]);
    words.begin(standing);
    await type('もう一度 {{一覧}}');
    words.reset();
    expect([words.isDirty.value, words.template.value]).toEqual([false, null]);
  });
});
