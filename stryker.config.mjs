// Mutation testing of the rules package: `npm run mutate`. Everything else talks to a database or a browser and is judged by its specs alone.
import { createRequire } from 'node:module';
import jestConfig from './jest.config.mjs';

const model = jestConfig.projects.find((project) => project.displayName === 'model');

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  // pnpm keeps plugins out of Stryker's own reach, so the path is given whole.
  plugins: [createRequire(import.meta.url).resolve('@stryker-mutator/jest-runner')],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules'],
  jest: { projectType: 'custom', config: model, enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  mutate: ['packages/model/src/**/*.ts', '!packages/model/src/**/*.spec.ts'],
  // The sandbox holds the rules package only.
  ignorePatterns: ['*', '!packages', 'packages/*', '!packages/model', 'packages/model/dist', '!jest.config.mjs', '!package.json', '!tsconfig.base.json'],
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  thresholds: { high: 90, low: 85, break: 80 },
  tempDirName: '.stryker-tmp',
};
