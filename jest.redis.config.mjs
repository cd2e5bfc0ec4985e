// The specs that need a redis-server on the machine. They are named *.redis-spec.ts, so the ordinary run never sees them.
import main from './jest.config.mjs';

const backend = main.projects.find((project) => project.displayName === 'backend');

export default {
  projects: [{ ...backend, displayName: 'redis', roots: ['<rootDir>/backend/src', '<rootDir>/test'], testMatch: ['**/*.redis-spec.ts'] }],
};
