/* After `npm install`: generates the database client. Needs no engine binary and no network. */
import { spawnSync } from 'node:child_process';

const result = spawnSync('prisma', ['generate', '--no-hints'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    CHECKPOINT_DISABLE: '1',
    DATABASE_URL: process.env.DATABASE_URL ?? 'postgresql://unused/unused',
  },
});
process.exit(result.status ?? 1);
