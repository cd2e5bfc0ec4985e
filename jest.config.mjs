// One runner for the whole house. Pure packages and stores need nothing; backend and e2e start a real PostgreSQL.
const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
const project = (displayName, roots, more = {}) => ({ ...base, displayName, roots: roots.map((r) => `<rootDir>/${r}`), ...more });

export default {
  // Real servers on a busy machine need patience; nothing here waits for time, so a quick machine never notices.
  testTimeout: 30_000,
  projects: [
    project('launcher', ['packages/launcher']),
    project('model', ['packages/model/src']),
    project('contracts', ['packages/contracts/src']),
    project('sheet', ['packages/sheet/src']),
    project('frontend', ['frontend/src']),
    project('backend', ['backend/src'], { globalSetup: '<rootDir>/test/kit/start-postgres.mjs', globalTeardown: '<rootDir>/test/kit/stop-postgres.mjs' }),
    project('laws', ['test/laws'], { globalSetup: '<rootDir>/test/kit/start-postgres.mjs', globalTeardown: '<rootDir>/test/kit/stop-postgres.mjs' }),
    project('faults', ['test/faults'], { globalSetup: '<rootDir>/test/kit/start-postgres.mjs', globalTeardown: '<rootDir>/test/kit/stop-postgres.mjs' }),
    project('e2e', ['test/e2e'], { globalSetup: '<rootDir>/test/kit/start-browser.mjs', globalTeardown: '<rootDir>/test/kit/stop-browser.mjs' }),
  ],
};
