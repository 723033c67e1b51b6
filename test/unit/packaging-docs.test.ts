import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/first-day.md',
  'docs/install.md',
  'docs/operations.md',
];
const read = (path: string): string => readFileSync(path, 'utf8');

/** As GitHub makes them. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

describe.each(PAGES)('%s', (page) => {
  const text = read(page);

  it('links to what is there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, to = '']) => to);
    for (const link of links) {
      const [path = '', anchor] = link.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      expect([link, existsSync(file)]).toEqual([link, true]);
      if (anchor === undefined) continue;
      const anchors = [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
        anchorOf(heading),
      );
      expect(anchors).toContain(anchor);
    }
  });

  it('names only commands that exist', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')));
    for (const [, name = ''] of text.matchAll(/npm run ([\w:-]+)/g))
      expect(Object.keys(scripts)).toContain(name);
  });
});

describe('the operations page', () => {
  const text = read('docs/operations.md');

  it('explains every metric', () => {
    const sources = ['metrics', 'price-metrics'].map((file) =>
      read(`app/adapters/${file}.server.ts`),
    );
    const names = [...sources.join('').matchAll(/'(holdfast_\w+)'/g)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expect(text).toContain(`\`${name}\``);
  });

  it('quotes the log as it is written', () => {
    const [, table = ''] = /^\| words [^\n]*\n\|[^\n]*\n((?:\|.*\n)+)/m.exec(text) ?? [];
    const quoted = table
      .split('\n')
      .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)])
      .map(([, words = '']) => words);
    const sources = [
      'server.ts',
      'worker.server.ts',
      'process.server.ts',
      'compose.server.ts',
      'http/webhooks.server.ts',
      'adapters/shopify/price-meter.ts',
      'adapters/tasks/settle.server.ts',
      'adapters/tokens/encrypted-session-storage.server.ts',
      'adapters/tokens/offline-token.server.ts',
      'use-cases/suspend.ts',
      'use-cases/probe-shop.ts',
      'adapters/doorbell/listener.server.ts',
      'adapters/mail/smtp-mailer.server.ts',
    ].map((file) => read(`app/${file}`));
    expect(quoted.length).toBeGreaterThan(8);
    for (const words of quoted)
      expect([words, sources.some((source) => source.includes(words))]).toEqual([words, true]);
  });
});

describe('the install page', () => {
  it('explains every variable of the example', () => {
    const text = read('docs/install.md');
    for (const [, name = ''] of read('.env.example').matchAll(/^([A-Z_]+)=/gm))
      expect([name, text.includes(`\n| \`${name}\``)]).toEqual([name, true]);
  });
});
