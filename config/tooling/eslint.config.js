import { defineConfig } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const forbid = (selector, message) => ({ selector, message });
const everywhere = [forbid('ExportDefaultDeclaration', 'Named exports only.')];
const pure = [
  forbid(
    "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    'The domain is told the time; it never asks for it.',
  ),
  forbid(
    "NewExpression[callee.name='Date'][arguments.length=0]",
    'The domain is told the time; it never asks for it.',
  ),
  forbid(
    "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    'There is no chance in the domain.',
  ),
  forbid(
    ':matches(FunctionDeclaration, FunctionExpression, ArrowFunctionExpression)[async=true]',
    'The domain does not wait.',
  ),
];

export default defineConfig(
  {
    ignores: [
      '**/dist/',
      'packages/client/src/schema.ts',
      'coverage/',
      'test-results/',
      'data/',
      '.independent-server/',
      'config/tooling/',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}', 'packages/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Copies by rest name what is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      complexity: ['error', 10],
      'max-depth': ['error', 3],
      'max-params': ['error', 3],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/main.ts reads the environment.' },
      ],
      'no-restricted-syntax': ['error', ...everywhere],
      'no-warning-comments': ['error', { terms: ['fixme', 'xxx', 'hack'] }],
    },
  },
  {
    // A stranger's text costs as much as it is long, never the square of it; linear-patterns.test.ts tries them all.
    files: ['src/**/*.{ts,tsx}', 'packages/*/src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }],
    },
  },
  { files: ['src/main.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...pure],
      'no-restricted-globals': [
        'error',
        'process',
        'fetch',
        'setTimeout',
        'setInterval',
        'parseFloat',
      ],
    },
  },
  {
    files: ['test/**/*.{ts,tsx}', 'packages/*/test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-syntax': ['error', ...everywhere],
    },
  },
  // Plain scripts: no types to check, a console to print to.
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },
);
