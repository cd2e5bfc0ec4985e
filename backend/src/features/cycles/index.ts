export { CycleEntity, PlanEntity, SectionEntity } from './cycle.entity.ts';
export { presentCycle } from './cycle.presenter.ts';
export { holdCalendar, readClosedDays, takeCalendar } from './closed-days.ts';
export { DEADLINE_COLUMNS, deadlineOfRow, type DeadlineRow, deadlinesOfRow } from './deadline-of-row.ts';
export { STILL_OWED, STILL_TO_REVIEW } from './still-owed.ts';
export { refusePastDeadline } from './refuse-past-deadline.ts';
export { sectionTitles } from './section-titles.ts';
export { CyclesModule } from './cycles.module.ts';
