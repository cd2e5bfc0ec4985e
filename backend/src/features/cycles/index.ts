export { CycleEntity, PlanEntity, SectionEntity } from './cycle.entity.ts';
export { presentCycle } from './cycle.presenter.ts';
export { refusePastDeadline } from './refuse-past-deadline.ts';
