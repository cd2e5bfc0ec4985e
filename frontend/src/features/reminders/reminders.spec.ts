import { DEFAULT_LADDER } from '@furikaeri/model';
import { describe, expect, test } from '@jest/globals';
import { insertVariable } from './insert-variable.ts';
import { choicesFrom, draftOf, faultsOfDraft, ladderOf, sameLadder, settled, withNewStep, withStep, withoutStep } from './ladder-draft.ts';
import type { LadderDraft } from './ladder-draft.ts';
import { daysInSight, previewLadder, stepsInSight } from './ladder-preview.ts';
import type { OpenGroup, PreviewNow } from './ladder-preview.ts';

const values = (draft: LadderDraft): (number | null)[] => draft.steps.map((one) => one.value);
const idOf = (draft: LadderDraft, value: number): number => draft.steps.find((one) => one.value === value)?.id ?? NaN;

describe('a ladder while it is typed', () => {
  const draft = draftOf(DEFAULT_LADDER);
  test('says the ladder it was made of', () => { expect(sameLadder(ladderOf(draft) ?? DEFAULT_LADDER, DEFAULT_LADDER)).toBe(true); });
  test('keeps its order while one types, and takes the new one when one is done', () => {
    const typed = withStep(draft, idOf(draft, -7), 2);
    expect(values(typed)).toEqual([2, -3, -1, 0, 1, 3, 5]);
    expect(values(settled(typed))).toEqual([-3, -1, 0, 1, 2, 3, 5]);
    expect(ladderOf(typed)?.steps).toEqual([-3, -1, 0, 1, 2, 3, 5]);
  });
  test('a new step is the day after the last, a removed one leaves the others', () => {
    const { draft: more, id } = withNewStep(draft);
    expect(values(more).at(-1)).toBe(6);
    expect(values(withoutStep(more, id))).toEqual([...DEFAULT_LADDER.steps]);
  });
  test('the same day twice, nothing, and a day too far are marked at the very step', () => {
    const twice = withStep(draft, idOf(draft, 5), 3);
    expect([...faultsOfDraft(twice).steps]).toEqual([[idOf(draft, 5), 'twice']]);
    expect([...faultsOfDraft(withStep(draft, idOf(draft, -7), -3)).steps]).toEqual([[idOf(draft, -7), 'twice']]);
    expect([...faultsOfDraft({ ...twice, touched: idOf(draft, -7) }).steps.values()]).toEqual(['twice']);
    expect([...faultsOfDraft(withStep(draft, idOf(draft, 0), null)).steps]).toEqual([[idOf(draft, 0), 'empty']]);
    expect([...faultsOfDraft(withStep(draft, idOf(draft, 0), 61)).steps]).toEqual([[idOf(draft, 0), 'too_far']]);
    expect(ladderOf(twice)).toBeNull();
  });
  test('without steps, without a rhythm or without a number of days it cannot be followed', () => {
    expect(ladderOf({ ...draft, steps: [] })).toBeNull();
    expect(ladderOf({ ...draft, thenEvery: 0 })).toBeNull();
    expect(ladderOf({ ...draft, escalateAfter: null })).toBeNull();
    expect(ladderOf({ ...draft, escalates: false, escalateAfter: null })?.escalateAfter).toBeNull();
  });
  test('写し and 電話 begin at a step, a repeated one, or where they began', () => {
    expect(choicesFrom(draft, 4)).toEqual([-7, -3, -1, 0, 1, 3, 4, 5, 10, 15]);
  });
});

describe('what a ladder would send', () => {
  // 2025-05-03 to 05-06 are closed; 05-14 is a Wednesday.
  const now = (more: Partial<PreviewNow> = {}): PreviewNow => ({ today: '2025-05-12', time: '10:00', closed: new Set(['2025-05-03', '2025-05-04', '2025-05-05', '2025-05-06']), hours: { from: '09:00', to: '17:30' }, secretariat: ['office'], ...more });
  const group = (more: object = {}): OpenGroup => ({ kind: 'ward', deadline: '2025-05-14', subjects: 4, people: ['a', 'b'], approvers: ['chief'], ...more }) as unknown as OpenGroup;

  test('each step has its business day, and what has passed is said', () => {
    const [first] = previewLadder(DEFAULT_LADDER, DEFAULT_LADDER, [group()], now()).groups;
    expect(first?.steps.slice(0, 5).map(({ step, date, isPast }) => [step, date, isPast])).toEqual([
      [-7, '2025-05-01', true], [-3, '2025-05-09', true], [-1, '2025-05-13', false], [0, '2025-05-14', false], [1, '2025-05-15', false],
    ]);
    expect(first?.catchUp).toBeNull();
  });
  test('today’s step has gone once the office has opened, and none goes after it has closed', () => {
    const steps = (time: string): (boolean | undefined)[] => [previewLadder(DEFAULT_LADDER, DEFAULT_LADDER, [group()], now({ today: '2025-05-13', time })).groups[0]?.steps[2]?.isPast];
    expect([steps('08:59'), steps('09:00'), steps('17:30')]).toEqual([[false], [true], [true]]);
    // 「9:30」 of the settings is before 「10:00」 of the clock.
    const more = { ...DEFAULT_LADDER, steps: [-3, -1] };
    const late = previewLadder(more, { ...more, steps: [-3] }, [group()], now({ today: '2025-05-13', time: '10:00', hours: { from: '8:00', to: '9:30' } }));
    expect(late.groups[0]?.steps[1]?.isPast).toBe(true);
  });
  test('copies from copyFrom, the telephone from callFrom, neither for a 部会長', () => {
    const [ward, review] = previewLadder(DEFAULT_LADDER, DEFAULT_LADDER, [group(), group({ kind: 'review' })], now()).groups;
    const marks = (steps: typeof ward): unknown => steps?.steps.slice(4, 7).map(({ step, copies, calls }) => [step, copies, calls]);
    expect(marks(ward)).toEqual([[1, 0, false], [3, 1, false], [5, 1, true]]);
    expect(marks(review)).toEqual([[1, 0, false], [3, 0, false], [5, 0, false]]);
  });
  test('deadlines stand by day, on one day the wards first', () => {
    const { groups } = previewLadder(DEFAULT_LADDER, DEFAULT_LADDER, [group({ kind: 'review' }), group({ deadline: '2025-05-20' }), group(), group({ kind: 'bureau' })], now());
    expect(groups.map((one) => `${one.deadline} ${one.kind}`)).toEqual(['2025-05-14 ward', '2025-05-14 bureau', '2025-05-14 review', '2025-05-20 ward']);
  });
  test('one person with two deadlines on one day gets one mail', () => {
    const { days } = previewLadder(DEFAULT_LADDER, DEFAULT_LADDER, [group(), group({ deadline: '2025-05-15', people: ['b', 'c'] })], now());
    // 5/14: 当日 of the first, 前日 of the second, b in both.
    expect(days.find((one) => one.date === '2025-05-14')).toEqual({ date: '2025-05-14', mails: 3 });
    expect(days.map((one) => one.date)).toEqual(days.map((one) => one.date).toSorted());
    expect(days.every((one) => one.date >= '2025-05-12')).toBe(true);
  });
  test('a step put in behind the present goes at the next opening, and counts there', () => {
    const ladder = { ...DEFAULT_LADDER, steps: [-7, -2, 0] };
    const { groups, days } = previewLadder(ladder, DEFAULT_LADDER, [group()], now({ time: '18:00' }));
    expect(groups[0]?.catchUp).toBe(-2);
    expect(days[0]).toEqual({ date: '2025-05-13', mails: 2 });
  });
  test('a step put in for today goes today; one before what was told already never', () => {
    const today = { ...DEFAULT_LADDER, steps: [-3, -2, 0] };
    expect(previewLadder(today, DEFAULT_LADDER, [group()], now()).days[0]).toEqual({ date: '2025-05-12', mails: 2 });
    const { groups } = previewLadder({ ...DEFAULT_LADDER, steps: [-4, 0] }, DEFAULT_LADDER, [group()], now());
    expect([groups[0]?.catchUp, groups[0]?.steps[0]?.isPast]).toEqual([null, true]);
  });
  test('of the repeated steps two that come are enough to see the rhythm', () => {
    const [late] = previewLadder(DEFAULT_LADDER, DEFAULT_LADDER, [group({ deadline: '2025-04-01' })], now()).groups;
    const seen = stepsInSight(late?.steps ?? [], DEFAULT_LADDER.steps);
    expect(seen.filter((one) => one.isPast && one.step > 5)).toHaveLength(1);
    expect(seen.filter((one) => !one.isPast)).toHaveLength(2);
  });
});

test('a variable takes the place of what is selected, and the cursor stands behind it', () => {
  expect(insertVariable('件名：　です', 3, 4, '件数')).toEqual({ text: '件名：{{件数}}です', cursor: 9 });
  expect(insertVariable('', 0, 0, '宛名')).toEqual({ text: '{{宛名}}', cursor: 6 });
});

test('of many coming days the first ten are shown, and how many more there are', () => {
  const days = Array.from({ length: 12 }, (_, n) => ({ date: `2025-05-${10 + n}`, mails: n }));
  expect(daysInSight(days, false)).toEqual({ shown: days.slice(0, 10), more: 2 });
  expect(daysInSight(days, true)).toEqual({ shown: days, more: 0 });
  expect(daysInSight(days.slice(0, 3), false).more).toBe(0);
});
