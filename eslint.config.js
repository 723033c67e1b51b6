import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { walls } from './eslint/walls.js';

const ENVIRONMENT = [
  {
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'Only app/env.server.ts reads the environment.',
  },
  {
    selector: 'MemberExpression[object.name="process"][property.value="env"]',
    message: 'Only app/env.server.ts reads the environment.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^(node:)?process$/]',
    message: 'Only app/env.server.ts reads the environment.',
  },
];

const TIME = 'Time is passed in: business time comes from the Clock port.';
const CHANCE = 'Chance is passed in: new ids come from the Secrets port.';
const TIME_AND_CHANCE = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: TIME },
  { selector: 'CallExpression[callee.name="Date"]', message: TIME },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: TIME },
  { selector: 'MemberExpression[object.name="performance"][property.name="now"]', message: TIME },
  { selector: 'MemberExpression[object.name="DateTime"][property.name="now"]', message: TIME },
  {
    selector:
      'CallExpression[arguments.length=0][callee.object.name="DateTime"][callee.property.name=/^(local|utc)$/]',
    message: TIME,
  },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: CHANCE },
  {
    selector: 'MemberExpression[property.name=/^(randomUUID|getRandomValues)$/]',
    message: CHANCE,
  },
  { selector: 'CallExpression[callee.name=/^(randomUUID|randomBytes)$/]', message: CHANCE },
];

const MOCKS = ['mock', 'doMock', 'unstable_mockModule', 'setMock'].map((property) => ({
  object: 'jest',
  property,
  message: 'What is hard to fake has the wrong port: put a small fake behind the port instead.',
}));

export default defineConfig([
  globalIgnores([
    'build/',
    'node_modules/',
    '.cache/',
    '.holdfast/',
    'extensions/*/dist/',
    '**/generated/',
    'reports/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs}'],
    rules: { 'no-unused-vars': 'error', 'no-undef': 'off' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // A zod schema and the type it yields share a name.
      '@typescript-eslint/no-redeclare': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // Rules that need types. The extensions have compilers' settings of their own.
    files: ['{app,simulator,test,bench,prisma,probe,scripts}/**/*.{ts,tsx}', '*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    plugins: { walls },
    rules: {
      'walls/imports': 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...ENVIRONMENT],
    },
  },
  {
    // What judges the app from outside knows nothing of the app: its errors would be shared.
    files: ['test/money/checker/**/*.ts', 'probe/**/*.ts'],
    plugins: { walls },
    rules: { 'walls/imports': 'error' },
  },
  { files: ['app/env.server.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['app/{domain,emails,words,use-cases}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...ENVIRONMENT, ...TIME_AND_CHANCE] },
  },
  {
    files: ['test/**/*.{ts,tsx}', 'bench/**/*.ts'],
    rules: { 'no-restricted-properties': ['error', ...MOCKS] },
  },
]);
