import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { argumentsIn, copiesOf, ignores, readDockerfile, stepsOf } from '../support/dockerfile';

const Package = z.object({
  scripts: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const { scripts, devDependencies } = Package.parse(
  JSON.parse(readFileSync('package.json', 'utf8')),
);
const [build, image] = readDockerfile();

describe('the Dockerfile', () => {
  it('copies only what exists and what .dockerignore lets through', () => {
    const sources = [build, image]
      .flatMap(copiesOf)
      .filter(({ stage }) => stage === null)
      .flatMap((copy) => copy.sources);
    expect(sources.length).toBeGreaterThan(8);
    for (const source of sources)
      expect([source, existsSync(source), ignores(source)]).toEqual([source, true, false]);
  });

  it.each(['.env', '.git/config', '.holdfast/postgres.password', 'node_modules/pg', 'build/a.js'])(
    'never sees %s',
    (path) => {
      expect(ignores(path)).toBe(true);
    },
  );

  it('takes from its first stage what that stage makes', () => {
    const taken = copiesOf(image).filter(({ stage }) => stage !== null);
    expect(taken.map(({ stage }) => stage)).toEqual(taken.map(() => build?.name));
    expect(taken.flatMap(({ sources }) => sources).toSorted()).toEqual([
      '/app/build',
      '/app/node_modules',
    ]);
  });

  it("runs scripts that exist, on the project's own Node", () => {
    const commands = stepsOf(build, 'RUN');
    for (const [, name = ''] of commands.map((line) => /^npm run (\S+)/.exec(line) ?? []))
      if (name !== '') expect(Object.keys(scripts)).toContain(name);
    expect(commands).toContain('npm run build');
    const [major = ''] = (devDependencies['node'] ?? '').split('.');
    for (const stage of [build, image]) expect(stage?.from).toBe(`node:${major}-slim`);
  });

  it('starts the web entry just as `npm start` does, as somebody who is not root', () => {
    expect(stepsOf(image, 'USER')).toEqual(['node']);
    expect(argumentsIn(stepsOf(image, 'CMD')[0] ?? '').join(' ')).toBe(scripts['start']);
  });

  it('asks /livez whether it is alive', () => {
    const [check = ''] = stepsOf(image, 'HEALTHCHECK');
    expect(argumentsIn(check).slice(0, 2)).toEqual(['node', '-e']);
    expect(check).toContain('/livez');
  });

  it('carries no secret', () => {
    for (const stage of [build, image]) {
      expect(stepsOf(stage, 'ARG')).toEqual([]);
      expect(stepsOf(stage, 'ENV').join(' ')).not.toMatch(/SECRET|KEY|PASSWORD|TOKEN|_URL/);
    }
  });
});

const Service = z.object({
  image: z.string(),
  command: z.array(z.string()).optional(),
  env_file: z.string().optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  restart: z.string(),
  read_only: z.boolean().default(false),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z
    .object({ test: z.array(z.string()).optional(), disable: z.boolean().optional() })
    .optional(),
});
const Compose = z.object({
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) })),
  volumes: z.record(z.string(), z.object({})),
});

describe('docker-compose.yml', () => {
  const text = readFileSync('docker-compose.yml', 'utf8');
  const { services, networks, volumes } = Compose.parse(parse(text, { merge: true }));
  const service = (name: string) => {
    const found = services[name];
    if (!found) throw new Error(`No service ${name}`);
    return found;
  };
  const ours = ['web', 'worker', 'migrate'];

  it('has the three of ours and the two databases', () => {
    expect(Object.keys(services).toSorted()).toEqual([...ours, 'postgres', 'redis'].toSorted());
  });

  it('starts each of ours as the script of that name does', () => {
    expect(service('web').command).toBeUndefined();
    expect(service('worker').command?.join(' ')).toBe(scripts['worker']);
    expect(service('migrate').command?.join(' ')).toBe(scripts['migrate']);
  });

  it('lets web and worker wait for the migration, and the migration for the database', () => {
    for (const name of ['web', 'worker'])
      expect(service(name).depends_on).toEqual({
        migrate: { condition: 'service_completed_successfully' },
        redis: { condition: 'service_healthy' },
      });
    expect(service('migrate').depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(service('migrate').restart).toBe('no');
    for (const name of ['postgres', 'redis'])
      expect(service(name).healthcheck?.test?.[0]).toBe('CMD');
  });

  it('publishes no database, and the web to this machine alone', () => {
    for (const name of ['worker', 'migrate', 'postgres', 'redis'])
      expect(service(name).ports).toEqual([]);
    for (const port of service('web').ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    for (const name of ['postgres', 'redis'])
      expect(service(name).networks.every((network) => networks[network]?.internal)).toBe(true);
  });

  it("keeps the databases' data in volumes, where the images look for it", () => {
    expect(service('postgres').image).toBe('postgres:18');
    expect(service('postgres').volumes).toEqual(['postgres:/var/lib/postgresql']);
    expect(service('redis').volumes).toEqual(['redis:/data']);
    expect(Object.keys(volumes).toSorted()).toEqual(['postgres', 'redis']);
  });

  it('lets Redis forget nothing by itself', () => {
    const command = service('redis').command?.join(' ');
    expect(command).toContain('--maxmemory-policy noeviction');
    expect(command).toContain('--appendonly yes');
  });

  it('runs ours without the right to write', () => {
    for (const name of ours) expect([name, service(name).read_only]).toEqual([name, true]);
  });

  describe('its values', () => {
    const example = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(
      ([, name = '']) => name,
    );
    const read = [
      ...readFileSync('app/env.server.ts', 'utf8').matchAll(/^ {2}([A-Z_]+): set\(/gm),
    ].map(([, name = '']) => name);

    it('come from .env, which the example shows in full', () => {
      for (const name of ours) expect(service(name).env_file).toBe('.env');
      expect(read.length).toBeGreaterThan(10);
      expect(example.toSorted()).toEqual([...read, 'POSTGRES_PASSWORD'].toSorted());
    });

    it('are overruled only where the app knows the name', () => {
      for (const name of ours)
        for (const variable of Object.keys(service(name).environment))
          expect(read).toContain(variable);
    });

    it('are filled in only from names that the example has', () => {
      for (const [, name = ''] of text.matchAll(/\$\{([A-Z_]+)/g)) expect(example).toContain(name);
    });
  });
});

describe('the workflow', () => {
  const Workflow = z.object({
    permissions: z.record(z.string(), z.string()),
    concurrency: z.object({ 'cancel-in-progress': z.literal(true), group: z.string() }),
    jobs: z.record(
      z.string(),
      z.object({
        'timeout-minutes': z.number(),
        steps: z.array(z.object({ run: z.string().optional(), uses: z.string().optional() })),
      }),
    ),
  });
  const text = readFileSync('.github/workflows/ci.yml', 'utf8');
  const { jobs, permissions } = Workflow.parse(parse(text));
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it('runs what a person runs', () => {
    expect(steps.map(({ run }) => run?.trim())).toContain('.ci/run');
  });

  it('may only read, holds no secret, and takes in no action that is not pinned by its commit', () => {
    expect(permissions).toEqual({ contents: 'read' });
    expect(text).not.toMatch(/secrets\./);
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/@[0-9a-f]{40}$/);
  });
});
