import { ESLint, type Linter } from 'eslint';
import config from '../../eslint.config.js';

/* Each wall is tried with something that it must refuse. Rules that need types are tried in test/integration. */
const WITHOUT_TYPES: Linter.Config = {
  files: ['**/*.{ts,tsx}'],
  languageOptions: { parserOptions: { projectService: false } },
  rules: {
    '@typescript-eslint/no-floating-promises': 'off',
    '@typescript-eslint/no-misused-promises': 'off',
    '@typescript-eslint/await-thenable': 'off',
    '@typescript-eslint/switch-exhaustiveness-check': 'off',
    '@typescript-eslint/no-unused-vars': 'off',
    '@typescript-eslint/no-require-imports': 'off',
  },
};
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [...config, WITHOUT_TYPES],
});

async function faultsOf(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: file });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

describe('the walls between the folders', () => {
  it.each([
    ['domain knows no port', 'app/domain/x.ts', "import type { Clock } from '../ports';"],
    [
      'domain, one folder deeper, knows no port',
      'app/domain/decide/x.ts',
      "import type { Clock } from '../../ports';",
    ],
    ['domain knows no error class', 'app/domain/x.ts', "import { Permanent } from '../errors';"],
    ['domain knows no Node', 'app/domain/x.ts', "import { createHash } from 'node:crypto';"],
    [
      'domain knows no Shopify',
      'app/domain/x.ts',
      "import { shopifyApi } from '@shopify/shopify-api';",
    ],
    [
      'domain hands nothing on from outside',
      'app/domain/x.ts',
      "export * from '../emails/render';",
    ],
    [
      'domain names no outside type in passing',
      'app/domain/x.ts',
      "export type A = import('../ports').Clock;",
    ],
    ['emails know no port', 'app/emails/x.ts', "import type { Mail } from '../ports';"],
    ['words know no use case', 'app/words/x.ts', "import { a } from '../use-cases/choices';"],
    ['domain knows no words', 'app/domain/x.ts', "import { a } from '../words/calls';"],
    ['emails know no file system', 'app/emails/x.ts', "import { readFileSync } from 'node:fs';"],
    ['ports know no adapter', 'app/ports.ts', "import type { A } from './adapters/clock.server';"],
    [
      'nor does any of them, one folder deeper',
      'app/ports/x.ts',
      "import type { A } from '../adapters/clock.server';",
    ],
    ['errors know nothing', 'app/errors.ts', "import type { ShopId } from './domain/ids';"],
    [
      'use cases know no adapter',
      'app/use-cases/x.ts',
      "import { a } from '../adapters/clock.server';",
    ],
    [
      'use cases know no database',
      'app/use-cases/x.ts',
      "import { createPool } from '../db.server';",
    ],
    [
      'use cases know no environment',
      'app/use-cases/x.ts',
      "import { readEnv } from '../env.server';",
    ],
    [
      'use cases load nothing late',
      'app/use-cases/x.ts',
      "void import('../adapters/clock.server');",
    ],
    [
      'use cases send no mail by themselves',
      'app/use-cases/x.ts',
      "import nodemailer from 'nodemailer';",
    ],
    ['routes know no adapter', 'app/routes/x.tsx', "import { a } from '../adapters/clock.server';"],
    ['routes know no database', 'app/routes/x.tsx', "import { createPrisma } from '../db.server';"],
    [
      'routes in a folder know no database',
      'app/routes/x/route.tsx',
      "import { createPrisma } from '../../db.server';",
    ],
    [
      'routes call no use case past the composition',
      'app/routes/x.tsx',
      "import { a } from '../use-cases/choices';",
    ],
    ['routes know no Prisma', 'app/routes/x.tsx', "import { PrismaClient } from '@prisma/client';"],
    [
      'components know no composition',
      'app/components/x.tsx',
      "import { compose } from '../compose.server';",
    ],
    [
      'components know no server',
      'app/components/x.tsx',
      "import { json } from '@remix-run/node';",
    ],
    ['adapters know no use case', 'app/adapters/x.ts', "import { a } from '../use-cases/choices';"],
    [
      'only adapters and db.server know Prisma',
      'app/compose.server.ts',
      "import { PrismaClient } from '@prisma/client';",
    ],
    ['only adapters and db.server know pg', 'app/http/x.ts', "import pg from 'pg';"],
    [
      'the app knows no simulator',
      'app/compose.server.ts',
      "import { a } from '../simulator/world/clock';",
    ],
    [
      'the app knows no script',
      'app/server.ts',
      "import { a } from '../scripts/embedded-postgres';",
    ],
    [
      'the app knows no test',
      'app/adapters/x.ts',
      "import { a } from '../../test/support/database';",
    ],
    [
      'what judges the app’s money knows nothing of the app',
      'test/money/checker/x.ts',
      "import type { Fact } from '../../../app/domain/history';",
    ],
    [
      'what judges the app’s money is not told by the app’s fakes',
      'test/money/checker/x.ts',
      "import { createHarness } from '../../support/harness';",
    ],
    ['the probe knows no app', 'probe/x.ts', "import { a } from '../app/domain/money';"],
    [
      'the probe knows no simulator',
      'probe/questions/x.ts',
      "import { a } from '../../simulator/facts';",
    ],
    ['the probe needs no package but zod', 'probe/x.ts', "import { a } from 'graphql';"],
    ['require is an import', 'app/domain/x.ts', "const a = require('pg');"],
  ])('%s', async (_name, file, code) => {
    expect(await faultsOf(file, code)).toContain('walls/imports');
  });

  it.each([
    [
      'app/domain/decide/x.ts',
      "import { Case } from '../case';\nimport { z } from 'zod';\nvoid [Case, z];",
    ],
    ['app/use-cases/x.ts', "import type { Store } from '../ports';\nexport type A = Store;"],
    [
      'app/adapters/store/x.ts',
      "import pg from 'pg';\nimport { createPool } from '../../db.server';\nvoid [pg, createPool];",
    ],
    ['app/db.server.ts', "import { PrismaClient } from '@prisma/client';\nvoid PrismaClient;"],
    [
      'test/money/checker/x.ts',
      "import { z } from 'zod';\nimport { kept } from './book';\nvoid [z, kept];",
    ],
    [
      'probe/questions/x.ts',
      "import { join } from 'node:path';\nimport { z } from 'zod';\nimport { a } from '../bench';\nvoid [join, z, a];",
    ],
    ['app/server.ts', "void import('../build/server/index.js');"],
  ])('what is allowed passes in %s', async (file, code) => {
    expect(await faultsOf(file, code)).toEqual([]);
  });
});

describe('what code may not do', () => {
  const pure = ['app/domain/x.ts', 'app/emails/x.ts', 'app/words/x.ts', 'app/use-cases/x.ts'];
  const impure = [
    'void new Date();',
    'void Date();',
    'void Date.now();',
    'void performance.now();',
    'void Math.random();',
    'void crypto.randomUUID();',
    'void randomUUID();',
    'void DateTime.now();',
    'void DateTime.utc();',
  ];
  it.each(pure.flatMap((file) => impure.map((code) => [file, code] as const)))(
    '%s may not say %s',
    async (file, code) => {
      expect(await faultsOf(file, code)).toContain('no-restricted-syntax');
    },
  );

  it('a date that was passed in may be copied', async () => {
    expect(
      await faultsOf('app/domain/x.ts', 'export const a = (at: Date) => new Date(at);'),
    ).toEqual([]);
  });

  it.each([
    ['app/domain/x.ts', 'void process.env.PORT;', 'no-restricted-syntax'],
    ['app/adapters/x.ts', "void process['env'];", 'no-restricted-syntax'],
    ['app/server.ts', "import { env } from 'node:process';", 'no-restricted-syntax'],
    ['app/routes/x.tsx', "console.log('x');", 'no-console'],
    ['app/adapters/x.ts', 'export const a: any = 1;', '@typescript-eslint/no-explicit-any'],
    ['simulator/x.ts', 'export const a: any = 1;', '@typescript-eslint/no-explicit-any'],
    [
      'app/adapters/x.ts',
      'export const a = (b: string | null) => b!.length;',
      '@typescript-eslint/no-non-null-assertion',
    ],
    ['test/unit/x.test.ts', "jest.mock('../../app/ports');", 'no-restricted-properties'],
    ['test/unit/x.test.ts', "jest.doMock('../../app/ports');", 'no-restricted-properties'],
  ])('%s may not say %s', async (file, code, rule) => {
    expect(await faultsOf(file, code)).toContain(rule);
  });

  it('app/env.server.ts may read the environment', async () => {
    expect(await faultsOf('app/env.server.ts', 'void process.env.PORT;')).toEqual([]);
  });
});
