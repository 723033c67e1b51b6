import type { IncomingMessage, ServerResponse } from 'node:http';
import { ZodError } from 'zod';
import type { Stepper } from '../stepping/advance';
import { happenDue } from '../world/happen';
import { Refusal } from '../world/refusal';
import type { World } from '../world/world';
import { BadRequest, readJson, sendJson } from './http';
import { fulfillmentRoutes } from './routes-fulfillment';
import { orderRoutes } from './routes-order';
import { serviceRoutes } from './routes-service';
import { shopRoutes } from './routes-shop';
import { stockingRoutes } from './routes-stocking';
import { worldRoutes } from './routes-world';

const ROUTES = [
  ...shopRoutes,
  ...stockingRoutes,
  ...orderRoutes,
  ...fulfillmentRoutes,
  ...serviceRoutes,
  ...worldRoutes,
];

/** Everything under /_sim: whoever drives the simulator. */
export async function handleControl(
  world: World,
  stepper: Stepper,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const method = request.method ?? 'GET';
  const fitting = ROUTES.flatMap((candidate) => {
    const id = candidate.match(url.pathname);
    return id === undefined ? [] : [{ candidate, id }];
  });
  const chosen = fitting.find(({ candidate }) => candidate.method === method);
  if (!chosen)
    return sendJson(response, fitting.length > 0 ? 405 : 404, {
      error: `There is no ${method} ${url.pathname}`,
    });
  try {
    const body = method === 'GET' || method === 'DELETE' ? {} : await readJson(request);
    const result = await chosen.candidate.run(
      { world, stepper, id: chosen.id, query: url.searchParams },
      body,
    );
    if (method !== 'GET') {
      happenDue(world);
      world.onChange();
    }
    sendJson(response, 200, result);
  } catch (error) {
    const { status, message } = explain(error);
    sendJson(response, status, { error: message });
    if (status === 500) throw error;
  }
}

function explain(error: unknown): { status: number; message: string } {
  if (error instanceof ZodError)
    return {
      status: 400,
      message: error.issues
        .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
        .join('; '),
    };
  if (error instanceof BadRequest) return { status: 400, message: error.message };
  if (error instanceof Refusal) return { status: error.status, message: error.message };
  return { status: 500, message: 'The simulator failed; its log says why' };
}
