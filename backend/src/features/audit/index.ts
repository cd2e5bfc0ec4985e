export { AuditModule } from './audit.module.ts';
export { readActivity } from './queries/read-activity.ts';
