import type { Seqs } from '@furikaeri/contracts';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Freshness } from './freshness.ts';

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

/** A list whose questions are answered by hand, in the order in which they were asked. */
function aList() {
  const questions: { isWanted: () => boolean; answer: (seqs: Seqs | null) => Promise<void> }[] = [];
  const eyes = { open: true };
  const freshness = new Freshness({
    isShown: () => eyes.open,
    read: (isWanted) => new Promise((resolve) => {
      questions.push({ isWanted, answer: async (seqs) => { resolve(seqs); await jest.advanceTimersByTimeAsync(0); } });
    }),
  });
  const answer = (at: number, seqs: Record<string, number> | null): Promise<void> | undefined => questions[at]?.answer(seqs as Seqs | null);
  return { freshness, questions, eyes, answer };
}
const later = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

describe('a list that is kept fresh', () => {
  test('asks in the very moment in which a change is heard, before anything is painted', () => {
    const { freshness, questions } = aList();
    freshness.hear({ stream: 's', seq: 1 });
    expect(questions).toHaveLength(1);
  });

  test('asks once for one command that tells of itself on several streams', async () => {
    const { freshness, questions, answer } = aList();
    freshness.hear({ stream: 's', seq: 1 });
    freshness.hear({ stream: 't', seq: 7 });
    await answer(0, { s: 1, t: 7 });
    await later(1_000);
    expect([questions.length, freshness.isStale]).toEqual([1, false]);
  });

  test('asks again for what its answer did not know yet, never twice at a time and not before some time has passed', async () => {
    const { freshness, questions, answer } = aList();
    freshness.hear({ stream: 's', seq: 1 });
    freshness.hear({ stream: 's', seq: 2 });
    await later(1_000);
    expect(questions).toHaveLength(1);
    await answer(0, { s: 1 });
    expect([questions.length, freshness.isStale]).toEqual([2, false]);
    freshness.hear({ stream: 's', seq: 3 });
    await later(50);
    await answer(1, { s: 2 });
    expect([questions.length, freshness.isStale]).toEqual([2, true]);
    await later(149);
    expect(questions).toHaveLength(2);
    await later(1);
    expect(questions).toHaveLength(3);
  });

  test('is stale after a failure and asks again at the next change', async () => {
    const { freshness, questions, answer } = aList();
    void freshness.ask();
    await answer(0, null);
    await later(1_000);
    expect([questions.length, freshness.isStale]).toEqual([1, true]);
    freshness.hear({ stream: 's', seq: 1 });
    expect(questions).toHaveLength(2);
  });

  test('asks again by itself when a change came while the question failed', async () => {
    const { freshness, questions, answer } = aList();
    void freshness.ask();
    freshness.hear({ stream: 's', seq: 1 });
    await answer(0, null);
    await later(200);
    expect(questions).toHaveLength(2);
  });

  test('only notes that it is stale while nobody looks', async () => {
    const { freshness, questions, eyes } = aList();
    eyes.open = false;
    freshness.hear({ stream: 's', seq: 1 });
    await later(1_000);
    expect([questions.length, freshness.isStale]).toEqual([0, true]);
  });

  test('forgets what it asked for another list, and how far that list’s streams had told', async () => {
    const { freshness, questions, answer } = aList();
    freshness.hear({ stream: 's', seq: 9 });
    freshness.forget();
    expect([questions[0]?.isWanted(), freshness.isStale]).toEqual([false, true]);
    void freshness.ask();
    await answer(0, { s: 9 });
    expect(questions[1]?.isWanted()).toBe(true);
    await answer(1, { t: 1 });
    await later(1_000);
    expect([questions.length, freshness.isStale]).toEqual([2, false]);
  });
});
