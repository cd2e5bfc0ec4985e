import { describe, expect, test } from '@jest/globals';
import { useClosedDayFile } from './composables/use-closed-day-file.ts';
import type { ClosedDayPreview } from './composables/use-closed-days.ts';

const FILE = new File(['2025-05-07'], '閉庁日.csv');
const reads = (to: string): ClosedDayPreview => ({
  days: [], added: [], renamed: [], missing: [], unread: [], missedCases: [], moved: [{ what: 'ward', fiscalYear: 2024, from: '2025-05-07', to, count: 1 }],
} as ClosedDayPreview);

describe('a CSV of 閉庁日', () => {
  test('is asked about again when what it does not name is to go as well', async () => {
    const asked: boolean[] = [];
    const { chosen, choose, ask, close } = useClosedDayFile(async (_, removeMissing) => { asked.push(removeMissing); return reads(removeMissing ? '2025-05-08' : '2025-05-09'); });
    await choose(FILE);
    await ask(true);
    expect(asked).toEqual([false, true]);
    expect(chosen.value).toEqual({ file: FILE, removeMissing: true, read: reads('2025-05-08') });
    close();
    await ask(true);
    expect(chosen.value).toBeNull();
  });

  test('shows the answer to what was asked last, and stays as it was when an answer fails', async () => {
    const waiting: ((answer: ClosedDayPreview | Error) => void)[] = [];
    const { chosen, choose, ask } = useClosedDayFile(() => new Promise((resolve, reject) => { waiting.push((answer) => { if (answer instanceof Error) reject(answer); else resolve(answer); }); }));
    const first = choose(FILE);
    waiting[0]?.(reads('2025-05-09'));
    await first;
    const [on, off] = [ask(true), ask(false)];
    waiting[2]?.(reads('2025-05-10'));
    waiting[1]?.(reads('2025-05-08'));
    await Promise.all([on, off]);
    expect(chosen.value).toMatchObject({ removeMissing: false, read: reads('2025-05-10') });
    const failing = ask(true);
    waiting[3]?.(new Error('gone'));
    await expect(failing).rejects.toThrow('gone');
    expect(chosen.value).toMatchObject({ removeMissing: false, read: reads('2025-05-10') });
  });
});
