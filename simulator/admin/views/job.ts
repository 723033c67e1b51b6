import type { Job } from '../../world/types';
import type { Context, View } from '../context';
import { orderView } from './order';

export const jobView = (job: Job): View => ({ __typename: 'Job', id: job.id, done: job.done });

export function jobResultView(ctx: Context, job: Job): View {
  const order = ctx.shop.orders.find((candidate) => candidate.id === job.orderId);
  return {
    __typename: 'OrderCancelJobResult',
    id: job.id.replace('/Job/', '/OrderCancelJobResult/'),
    done: job.done,
    status: job.status,
    errors: job.errors.map((error) => ({
      __typename: 'OrderCancelUserError',
      field: ['orderId'],
      ...error,
    })),
    order: order ? () => orderView(ctx, order) : null,
  };
}
