export { CycleEntity, PlanEntity, SectionEntity } from './cycle.entity.ts';
export { presentCycle } from './cycle.presenter.ts';
