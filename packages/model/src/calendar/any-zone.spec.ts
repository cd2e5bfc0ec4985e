import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const model = fileURLToPath(new URL('../index.ts', import.meta.url));
/** Everything of the calendar that could ask the machine what day it is, in a process of its own. */
const QUESTION = `
const m = await import(process.argv[1]);
const closed = new Set(['2025-04-29', '2025-05-03', '2025-05-04', '2025-05-05', '2025-05-06', '2026-01-01', '2026-01-02']);
const plan = m.planDates('2025-06-13', m.DEFAULT_SPANS, closed);
console.log(JSON.stringify({
  tenDays: m.addBusinessDays('2025-04-25', 10, closed),
  back: m.addBusinessDays('2025-05-14', -10, closed),
  left: m.businessDaysBetween('2025-04-25', '2025-05-14', closed),
  plan, moves: m.replan(plan, 'wardDeadline', '2025-05-16', { today: '2025-04-25', closed }),
  fridays: m.conferenceDates('2025-12-20', 3, closed),
  yearEnd: m.nextBusinessDay('2026-01-01', closed),
  february: [m.addDays('2024-02-28', 1), m.addDays('2025-02-28', 1), m.addBusinessDays('2025-03-31', 1, closed)],
  weekday: m.weekdayOf('2025-05-14'), fiscalYear: [m.fiscalYearOf('2025-03-31'), m.fiscalYearOf('2025-04-01')],
  read: ['2025/5/6', '令和7年5月6日', '20250506'].map(m.readDay), printed: m.formatWareki('2025-04-01'),
}));`;
const answerIn = (zone: string): unknown =>
  JSON.parse(execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', QUESTION, model], { env: { ...process.env, NODE_OPTIONS: '', TZ: zone }, encoding: 'utf8' }));

it.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati'])('the calendar says the same where the process runs in %s', (zone) => {
  expect(answerIn(zone)).toEqual({
    tenDays: '2025-05-14', back: '2025-04-25', left: 10,
    plan: { openedOn: '2025-04-25', wardDeadline: '2025-05-14', bureauDeadline: '2025-05-14', reviewDeadline: '2025-05-28', checkDeadline: '2025-06-10', conferenceOn: '2025-06-13' },
    moves: [
      { step: 'reviewDeadline', from: '2025-05-28', to: '2025-05-30', businessDays: 2 }, { step: 'checkDeadline', from: '2025-06-10', to: '2025-06-12', businessDays: 2 },
      { step: 'conferenceOn', from: '2025-06-13', to: '2025-06-27', businessDays: 10 },
    ],
    fridays: ['2025-12-26', '2026-01-09', '2026-01-23'], yearEnd: '2026-01-05',
    february: ['2024-02-29', '2025-03-01', '2025-04-01'], weekday: 3, fiscalYear: [2024, 2025],
    read: ['2025-05-06', '2025-05-06', '2025-05-06'], printed: '令和7年4月1日',
  });
});
