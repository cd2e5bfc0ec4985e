export { ExchangeModule } from './exchange.module.ts';
export { systemActor } from './system-actor.ts';
export { readForStart } from './read-for-review.ts';
export { applyImport } from './use-cases/apply-import.ts';
export { undoImport } from './use-cases/undo-import.ts';
