import { dirname, relative, resolve, sep } from 'node:path';

/*
 * The walls between the app's folders, as one rule. ESLint's own `no-restricted-imports` sees only the text of an
 * import, and `../ports` means another file in every folder; this one resolves it first. Type imports count, too.
 * What judges the app from outside has a wall of its own: it shares nothing with the app, so it can't share an error. So has the probe,
 * which asks a real store.
 */

const EVERYTHING_PACKAGED = /^/;
const DATABASE = /^(pg|pg-pool|@prisma\/.+)$/;

/**
 * The first entry that fits a file counts. `app`: what it may import of the app (a folder ends in `/`); null: any.
 * `packages`: which packages. What none of these says, the last entry says.
 */
const WALLS = [
  { of: ['domain/'], app: ['domain/'], packages: /^(zod|luxon|decimal\.js)$/ },
  { of: ['words/'], app: ['domain/', 'words/'], packages: /^luxon$/ },
  { of: ['emails/'], app: ['domain/', 'emails/'], packages: /^(liquidjs|luxon)$/ },
  { of: ['errors.ts'], app: [], packages: /^(?!)/ },
  { of: ['ports.ts', 'ports/'], app: ['domain/', 'ports/'], packages: /^(?!)/ },
  { of: ['web-deps.ts'], app: ['domain/', 'ports'], packages: /^(?!)/ },
  {
    of: ['use-cases/'],
    app: ['domain/', 'emails/', 'words/', 'use-cases/', 'ports', 'errors'],
    packages: /^zod$/,
  },
  {
    of: ['components/'],
    app: ['domain/', 'components/'],
    packages: /^(zod|react|@remix-run\/react|@shopify\/(polaris|polaris-icons|app-bridge-react))$/,
  },
  {
    of: ['routes/'],
    app: [
      'routes/',
      'components/',
      'domain/',
      'emails/',
      'http/',
      'compose.server',
      'load-context',
      'panel-boundary',
      'shopify.server',
      'web-deps',
    ],
    packages: /^(?!pg$|pg-pool$|@prisma\/|bullmq$|ioredis$|nodemailer$)/,
  },
  {
    of: ['adapters/'],
    app: [
      'adapters/',
      'domain/',
      'ports',
      'errors',
      'web-deps',
      'env.server',
      'db.server',
      'redis.server',
      'log.server',
      'shopify.server',
    ],
    packages: EVERYTHING_PACKAGED,
  },
  {
    // The probe asks a real store. What the app or the simulator believes must not shape its questions.
    of: ['../probe/'],
    app: ['../probe/'],
    packages: /^(zod|node:.+)$/,
  },
  {
    of: ['../test/money/checker/'],
    app: ['../test/money/checker/'],
    packages: /^zod$/,
  },
  { of: ['db.server.ts'], app: null, packages: EVERYTHING_PACKAGED },
  { of: [''], app: null, packages: /^(?!pg$|pg-pool$|@prisma\/)/ },
];

/** `@shopify/polaris/locales/en.json` -> `@shopify/polaris` */
function packageOf(source) {
  return source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/');
}

function complaint(file, source, root) {
  const app = resolve(root, 'app');
  const inside = relative(app, file).split(sep).join('/');
  const wall = WALLS.find(({ of }) => of.some((start) => inside.startsWith(start)));
  if (!wall) return null;
  if (!source.startsWith('.')) {
    const name = packageOf(source);
    if (wall.packages.test(name)) return null;
    return DATABASE.test(name)
      ? `Only adapters and db.server may import ${name}.`
      : `${wall.of[0] || 'app/'} may not import ${name}.`;
  }
  const path = resolve(dirname(file), source.replace(/\?.*$/, ''));
  const target = relative(app, path).split(sep).join('/');
  const bare = target.replace(/\.(tsx?|js)$/, '');
  const isAllowed = wall.app?.some((start) =>
    start.endsWith('/') ? bare.startsWith(start) : bare === start,
  );
  if (isAllowed) return null;
  const outside = relative(root, path).split(sep).join('/');
  if (inside.startsWith('../probe/')) return `The probe may not import ${outside}.`;
  if (inside.startsWith('..')) return `What judges the app may not import ${outside}.`;
  if (target.startsWith('..'))
    return outside.startsWith('build/') ? null : `Nothing in app/ may import ${outside}.`;
  return wall.app === null ? null : `${wall.of[0]} may not import ${target}.`;
}

const rule = {
  meta: {
    type: 'problem',
    schema: [],
    docs: { description: "keeps the walls between the app's folders" },
  },
  create(context) {
    const check = (node) => {
      if (!node || typeof node.value !== 'string') return;
      const message = complaint(context.filename, node.value, context.cwd);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),

      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => check(node.expression),
      'CallExpression[callee.name="require"]': (node) => check(node.arguments[0]),
    };
  },
};

export const walls = { rules: { imports: rule } };
