export { LintModule } from './lint.module.ts';
