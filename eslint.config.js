import boundaries from 'eslint-plugin-boundaries';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { FUNCTIONS } from './shared/names.ts';

const DEPLOYED = ['shared/domain', 'shared', ...FUNCTIONS.map((name) => `functions/${name}`)];

/** Part of the repository → parts whose code it may import, besides its own and `shared/names.ts`. */
const MAY_IMPORT = {
  'shared/domain': [],
  shared: ['shared/domain'],
  ...Object.fromEntries(FUNCTIONS.map((name) => [`functions/${name}`, ['shared/domain', 'shared']])),
  infra: [],
  local: ['shared/domain', 'shared'],
  cli: ['shared/domain', 'shared', 'local'],
  bench: [...DEPLOYED, 'infra', 'local', 'cli', 'test'],
  test: [...DEPLOYED, 'infra', 'local', 'cli', 'bench'],
};

const policies = [
  { allow: { to: { file: { categories: 'names' } } } },
  ...Object.entries(MAY_IMPORT).map(([type, others]) => ({
    from: { element: { type } },
    allow: { to: { element: { types: { anyOf: [type, ...others] } } } },
  })),
];

/** The domain does no input or output: from outside it may use nothing but these. */
const IMPURE = '^(?!\\.|zod/mini$)';

const FORBIDDEN_SYNTAX = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  {
    selector:
      'ImportDeclaration[source.value=/^zod(\\u002Fmini)?$/] > :matches(ImportSpecifier, ImportDefaultSpecifier)',
    message: "Write import * as z from 'zod': of the object z the bundler has to keep all, 450 kB.",
  },
];

export default defineConfig(
  globalIgnores(['dist/', 'cdk.out/', '.local/', 'coverage/', 'functions/graphql/generated/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    // Not the service that editors have: for all files at once it takes half as long again, and twice the memory.
    languageOptions: { parserOptions: { project: ['tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { boundaries },
    settings: {
      'boundaries/elements': Object.keys(MAY_IMPORT).map((type) => ({
        type,
        pattern: `${type}/**`,
        partialMatch: false,
      })),
      'boundaries/files': [{ category: 'names', pattern: 'shared/names.ts' }],
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
      'max-lines': ['error', 250],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...FORBIDDEN_SYNTAX],
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // There are no enums: erasableSyntaxOnly.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // The compiler says so: noUnusedLocals, noUnusedParameters.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['shared/domain/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: IMPURE, message: 'shared/domain does no input or output.' }],
        },
      ],
    },
  },
  {
    files: ['test/**'],
    rules: {
      // Matchers such as expect.anything() are typed as any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // Slow, and of instances that are none a test tells by itself.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    // The checker of simulated histories judges the product: it shares no code with it.
    files: ['test/simulation/checker/**', 'test/simulation/observed.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '(^|/)(shared|functions|local|cli|infra|bench)/',
              message: 'The checker shares no code with the product.',
            },
          ],
        },
      ],
    },
  },
  {
    // Tools want a default export of their settings.
    files: ['*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['infra/**', 'local/**', 'cli/**', 'bench/**', 'test/**'],
    rules: { 'no-console': 'off' },
  },
);
