// The boundaries of docs/ARCHITECTURE.md, kept by a tool.
const spec = '\\.(spec|redis-spec)\\.ts$';
const testOnly = `${spec}|^test/`;
const own = { model: '^packages/model/', contracts: '^packages/contracts/', sheet: '^packages/sheet/' };
// numfmt 4.0.1 names a CommonJS file that it does not ship; Node and TypeScript import the other one, the cruiser finds neither.
const unshipped = '^numfmt$';
const nodeBuiltins = { dependencyTypes: ['core'] };

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'Two files that need each other are one file, or miss a third.', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: `^(virtual:|~icons/)|${unshipped}` } },
    {
      name: 'model-is-pure',
      severity: 'error',
      comment: 'model imports no framework, no I/O and no clock; of libraries only big.js.',
      from: { path: `${own.model}src/`, pathNot: spec },
      to: { pathNot: [own.model, 'node_modules/big\\.js/', 'node_modules/@types/big\\.js/'] },
    },
    {
      name: 'contracts-know-model-and-zod',
      severity: 'error',
      from: { path: `${own.contracts}src/`, pathNot: spec },
      to: { pathNot: [own.contracts, own.model, 'node_modules/zod/'] },
    },
    {
      name: 'sheet-knows-model',
      severity: 'error',
      comment: 'Reading and writing the form; only the command line tool touches files, and what the specs read their fixtures with.',
      from: { path: `${own.sheet}src/`, pathNot: `${spec}|src/(cli\\.ts$|spec-kit/)` },
      to: { pathNot: `${own.sheet}|${own.model}|node_modules/|${unshipped}`, dependencyTypesNot: ['core'] },
    },
    { name: 'sheet-is-pure-but-for-cli', severity: 'error', from: { path: `${own.sheet}src/`, pathNot: `${spec}|src/(cli(\\.ts$|/)|spec-kit/)` }, to: { ...nodeBuiltins, path: '^(node:)?(fs|net|http|https|child_process)' } },
    { name: 'packages-know-no-end', severity: 'error', from: { path: '^packages/' , pathNot: spec }, to: { path: '^(backend|frontend|test)/' } },
    { name: 'backend-not-frontend', severity: 'error', from: { path: '^backend/' }, to: { path: '^frontend/' } },
    { name: 'frontend-not-backend', severity: 'error', from: { path: '^frontend/' }, to: { path: '^backend/' } },
    { name: 'no-test-code-in-product', severity: 'error', from: { path: '^(backend|frontend|packages)/', pathNot: `${spec}|/testing/` }, to: { path: `${testOnly}|/testing/` } },
    {
      name: 'feature-through-its-index',
      severity: 'error',
      comment: 'A feature reaches another only through its index.ts.',
      from: { path: '^backend/src/features/([^/]+)/', pathNot: spec },
      to: { path: '^backend/src/features/', pathNot: ['^backend/src/features/$1/', '^backend/src/features/[^/]+/index\\.ts$'] },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      comment: 'Features depend downwards.',
      from: { path: '^backend/src/platform/', pathNot: spec },
      to: { path: '^backend/src/features/' },
    },
    {
      name: 'edges-import-no-entities',
      severity: 'error',
      comment: 'Controllers, gateways and processors speak contracts, not tables.',
      from: { path: '\\.(controller|gateway|processor)\\.ts$' },
      to: { path: '\\.entity\\.ts$' },
    },
    {
      name: 'use-cases-ask-no-screen-queries',
      severity: 'error',
      from: { path: '^backend/src/features/[^/]+/use-cases/', pathNot: spec },
      to: { path: '^backend/src/features/[^/]+/queries/' },
    },
    {
      name: 'stores-do-not-import-stores',
      severity: 'error',
      comment: 'No two stores import each other, and no store imports the router.',
      from: { path: '^frontend/src/features/([^/]+)/[^/]+\\.store\\.ts$' },
      to: { path: '^frontend/src/features/(?!$1/)[^/]+/[^/]+\\.store\\.ts$|^frontend/src/app/router' },
    },
    { name: 'shared-knows-no-feature', severity: 'error', from: { path: '^frontend/src/shared/', pathNot: spec }, to: { path: '^frontend/src/(features|app)/' } },
    { name: 'launcher-has-no-dependencies', severity: 'error', from: { path: '^packages/launcher/', pathNot: spec }, to: { pathNot: '^packages/launcher/', dependencyTypesNot: ['core'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.spec.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'], exportsFields: ['exports'] },
  },
};
