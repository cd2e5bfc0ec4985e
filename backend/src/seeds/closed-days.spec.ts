import { expect, it } from '@jest/globals';
import { addBusinessDays } from '@furikaeri/model';
import { closedDaysAround } from './closed-days.ts';

const days = closedDaysAround(2025);
const closed = new Set(days.map(({ date }) => date));

it('knows national holidays and 年末年始 for three years before and after', () => {
  for (const day of ['2025-04-29', '2025-05-05', '2025-05-06', '2025-12-29', '2026-01-03', '2022-01-01', '2028-12-31']) expect(closed.has(day)).toBe(true);
  expect(closed.has('2025-05-07')).toBe(false);
  expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).toSorted());
});

it('says of each where it comes from; a holiday within 年末年始 keeps its own name', () => {
  const sourceOf = (date: string) => days.find((day) => day.date === date);
  expect(sourceOf('2025-05-06')).toEqual({ date: '2025-05-06', name: '振替休日', source: 'holiday' });
  expect(sourceOf('2025-12-31')).toEqual({ date: '2025-12-31', name: '年末年始', source: 'year_end' });
  expect(sourceOf('2026-01-01')).toMatchObject({ name: '元日', source: 'holiday' });
  expect(sourceOf('2023-01-02')).toMatchObject({ name: expect.stringContaining('振替'), source: 'holiday' });
});

it('ten business days after Friday 2025-04-25 are 2025-05-14', () => {
  expect(addBusinessDays('2025-04-25', 10, closed)).toBe('2025-05-14');
});
