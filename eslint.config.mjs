import tseslint from 'typescript-eslint';
import vue from 'eslint-plugin-vue';

// Without type information on purpose: the compiler has its own strict run in `npm run lint`, and this stays a matter of seconds.
export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '**/coverage/', '.data/', '.cache/', 'reports/', '.stryker-tmp/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{ts,mts,mjs,cjs,vue}'], extends: [tseslint.configs.recommended, tseslint.configs.stylistic] },
  { files: ['**/*.vue'], extends: [vue.configs['flat/recommended']], languageOptions: { parserOptions: { parser: tseslint.parser } } },
  {
    files: ['**/*.{ts,mts,mjs,cjs,vue}'],
    rules: {
      'max-lines': ['error', { max: 350, skipBlankLines: false, skipComments: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-empty-function': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
        { selector: 'ExportDefaultDeclaration', message: 'Export by name, so that a thing has one name everywhere.' },
      ],
      'no-restricted-imports': ['error', { patterns: [{ regex: '^\\.{1,2}/(.*/)?(utils|helpers|common)(\\.ts)?$', message: 'A function without a home lives beside its only caller.' }] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all', ignoreRestSiblings: true }],
    },
  },
  {
    // Nest injects by the class that a constructor names, so such an import is a value although only types use it.
    files: ['backend/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off', '@typescript-eslint/no-extraneous-class': 'off' },
  },
  {
    // Rules that both ends share read no clock: the moment comes in as an argument.
    files: ['packages/model/src/**/*.ts', 'packages/contracts/src/**/*.ts', 'packages/sheet/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'Take the moment as an argument.' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Take the moment as an argument.' },
        { selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]', message: 'Rules give the same answer every time.' },
      ],
    },
  },
  {
    // Tools that insist on a default export: configuration files and Jest's global set-up.
    files: ['*.config.{mjs,ts}', 'frontend/*.config.ts', 'test/kit/{start,stop}-*.mjs', '**/*.d.ts', '.dependency-cruiser.cjs'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.vue'],
    rules: {
      'vue/multi-word-component-names': 'off',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/no-v-html': 'error',
      // How a template is laid out on the page is left to the writer.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
    },
  },
  { files: ['**/*.spec.ts', 'test/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
