// The specs that ask LibreOffice what it makes of our files. They are named *.oracle-spec.ts, so the ordinary run never sees them.
import main from './jest.config.mjs';

const sheet = main.projects.find((project) => project.displayName === 'sheet');

export default {
  // A first start of LibreOffice makes its profile; on a busy machine that alone takes seconds.
  testTimeout: 120_000,
  projects: [{ ...sheet, displayName: 'oracle', roots: ['<rootDir>/test/oracle'], testMatch: ['**/*.oracle-spec.ts'] }],
};
