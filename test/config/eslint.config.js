import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { BANNED_GLOBALS, BANNED_PROPERTIES, BANNED_SYNTAX, BANNED_IMPORTS } from './banned.js';

const TYPESCRIPT = ['**/*.ts'];
const TESTS = ['test/**/*.ts', 'stories/**/*.ts'];

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', 'coverage/', 'storybook-static/'] },
  { rules: { 'max-lines': ['error', { max: 300 }], 'no-undef': 'off', 'no-unused-vars': 'error' } },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked, lit['flat/recommended'], wc['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    settings: { wc: { elementBaseClasses: ['LitElement'] }, litHtmlSources: true },
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      ...Object.fromEntries(Object.keys(litA11y.rules).map((rule) => [`lit-a11y/${rule}`, 'error'])),
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Our objects are closures without `this`, so a method may be taken out of them.
      '@typescript-eslint/unbound-method': 'off',
      // The types of the DOM say that everything is there. On insecure pages and old browsers it is not.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-boolean-literal-compare': 'off',
      // One module-level variable that knows the element in charge is clearer than what the rule would have.
      '@typescript-eslint/no-this-alias': 'off',
      // `void | Promise<void>` is what a callback answers that may be awaited.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // What follows asks for more words without catching anything.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // Row S16 of what must not break.
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'off',
      '@typescript-eslint/no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-globals': ['error', ...BANNED_GLOBALS],
      'no-restricted-properties': ['error', ...BANNED_PROPERTIES],
      'no-restricted-syntax': ['error', ...BANNED_SYNTAX],
      'no-restricted-imports': ['error', BANNED_IMPORTS],
    },
  },
  {
    files: TESTS,
    rules: {
      // Assertions of chai are property reads, and those of axe are promises by the look of them.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      // Runners await what they are given; events are known by their names.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
);
