import { startWeb } from '../../app/http/start-web.server';
import { choiceDeps } from './choice-fixture';
import { panelDeps } from './panel-fixture';
import { fakeWebDeps } from './web-deps';
import { SECRET } from './webhooks';

/* A program: serves the built pages over fakes, and says its port. Remix's build is an ES module, which jest can't load. */
const app = fakeWebDeps({ ...choiceDeps(), panel: panelDeps() });
const web = await startWeb({ env: { port: 0, apiSecrets: [SECRET] }, app });
process.stdout.write(`${JSON.stringify({ port: web.port })}\n`);
process.on('disconnect', () => process.exit(0));
