// Mutation testing of the rules package: `npm run mutate`. Everything else talks to a database or a browser and is judged by its specs alone.
import { fileURLToPath } from 'node:url';
import jestConfig from './jest.config.mjs';

const model = jestConfig.projects.find((project) => project.displayName === 'model');
// The random walks would run for every mutant of both machines; the tables alone are what the figure judges.
const withoutLaws = { ...model, testPathIgnorePatterns: ['laws\\.spec\\.ts$'] };

export default {
  // pnpm keeps plugins out of Stryker's own reach, so the path is given whole.
  plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/jest-runner'))],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules'],
  jest: { projectType: 'custom', config: withoutLaws, enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  mutate: ['packages/model/src/**/*.ts', '!packages/model/src/**/*.spec.ts'],
  // The sandbox holds the rules package only; a jest.config.mjs in it would bring the other projects, and their databases, back.
  ignorePatterns: ['backend', 'frontend', 'test', 'docs', 'docker', 'packages/contracts', 'packages/sheet', 'packages/launcher', 'packages/model/dist', '.data', '.cache', '.ci', 'jest.config.mjs'],
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  thresholds: { high: 90, low: 85, break: 80 },
  tempDirName: '.stryker-tmp',
};
