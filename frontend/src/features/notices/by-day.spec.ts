import { expect, test } from '@jest/globals';
import { byDay } from './by-day.ts';
import { aNotice } from './notices.builders.ts';

test('notices are cut by the day in Tokyo, whatever day it is in Greenwich', () => {
  const days = byDay([aNotice('n4', { at: '2025-05-20T15:00:00Z' }), aNotice('n3', { at: '2025-05-20T14:59:59Z' }), aNotice('n2', { at: '2025-05-19T15:00:00Z' }), aNotice('n1', { at: '2025-05-18T03:00:00Z' })]);
  expect(days.map(({ day, notices }) => [day, notices.map(({ id }) => id)])).toEqual([['2025-05-21', ['n4']], ['2025-05-20', ['n3', 'n2']], ['2025-05-18', ['n1']]]);
});
test('nothing is no day', () => { expect(byDay([])).toEqual([]); });
