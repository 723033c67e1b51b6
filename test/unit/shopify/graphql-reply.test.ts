import { readReply } from '../../../app/adapters/shopify/graphql-reply';
import {
  Gone,
  NoAccess,
  OutcomeUnclear,
  Permanent,
  Throttled,
  Unreachable,
} from '../../../app/errors';

const READ = {
  name: 'ReadOrder',
  changes: false,
  mayBeWithheld: ['order.email', 'order.customer'],
};
const CHANGE = { name: 'CaptureOrder', changes: true, mayBeWithheld: [] };

const error = (code: string | undefined, path?: (string | number)[]) => ({
  message: 'as Shopify says',
  extensions: { code },
  path,
});

function failure(run: () => unknown): unknown {
  try {
    run();
  } catch (caught) {
    return caught;
  }
  throw new Error('nothing was thrown');
}

describe("Shopify's reply", () => {
  it('is its data when all is well', () => {
    expect(readReply({ data: { shop: { name: 'A' } } }, READ, null)).toEqual({
      shop: { name: 'A' },
    });
  });

  it('that is throttled tells how long until the bucket holds enough', () => {
    const body = {
      errors: [error('THROTTLED')],
      extensions: {
        cost: {
          requestedQueryCost: 500,
          throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 200, restoreRate: 100 },
        },
      },
    };
    expect(failure(() => readReply(body, READ, null))).toEqual(new Throttled(3000));
    expect(failure(() => readReply(body, CHANGE, null))).toEqual(new Throttled(3000));
  });

  it('that is throttled without a cost waits as long as the header says', () => {
    const body = { errors: [error('THROTTLED')] };
    expect(failure(() => readReply(body, READ, 7000))).toEqual(new Throttled(7000));
  });

  it('stays good when Shopify withholds what it may withhold', () => {
    const body = {
      data: { order: { name: '#1', email: null, customer: null } },
      errors: [
        error('ACCESS_DENIED', ['order', 'email']),
        error('ACCESS_DENIED', ['order', 'customer', 'firstName']),
      ],
    };
    expect(readReply(body, READ, null)).toEqual(body.data);
  });

  it('means no access when anything else is withheld, though data came along', () => {
    const body = {
      data: { order: null },
      errors: [error('ACCESS_DENIED', ['order', 'fulfillmentOrders'])],
    };
    expect(failure(() => readReply(body, READ, null))).toBeInstanceOf(NoAccess);
  });

  it.each([
    [
      'customer-data',
      'This app is not approved to access the Order object. See the documentation for more details.',
    ],
    ['scope', 'Access denied for orders field. Required access: `read_orders` access scope.'],
  ])('tells what is withheld: %s', (withheld, message) => {
    const body = { data: { order: null }, errors: [{ ...error('ACCESS_DENIED'), message }] };
    expect(failure(() => readReply(body, READ, null))).toMatchObject({ withheld });
  });

  it('of a shop that is closed means that all of it is withheld', () => {
    const body = { errors: [error('SHOP_INACTIVE')] };
    const failed = failure(() => readReply(body, READ, null));
    expect(failed).toBeInstanceOf(NoAccess);
    expect(failed).toMatchObject({ withheld: 'closed' });
  });

  it('with errors beside data of a read is read again', () => {
    const body = { data: { order: null }, errors: [error('INTERNAL_SERVER_ERROR', ['order'])] };
    expect(failure(() => readReply(body, READ, null))).toBeInstanceOf(Unreachable);
  });

  it('with errors beside data of a change is unclear', () => {
    const body = {
      data: { orderCapture: { transaction: null } },
      errors: [error('INTERNAL_SERVER_ERROR')],
    };
    expect(failure(() => readReply(body, CHANGE, null))).toBeInstanceOf(OutcomeUnclear);
    const denied = {
      data: { orderCapture: {} },
      errors: [error('ACCESS_DENIED', ['orderCapture', 'x'])],
    };
    expect(failure(() => readReply(denied, CHANGE, null))).toBeInstanceOf(OutcomeUnclear);
  });

  it('of a change that was never let in means no access', () => {
    const body = {
      data: { orderCapture: null },
      errors: [error('ACCESS_DENIED', ['orderCapture'])],
    };
    expect(failure(() => readReply(body, CHANGE, null))).toBeInstanceOf(NoAccess);
  });

  it.each([
    'BAD_REQUEST',
    'INVALID',
    'INVALID_FIELD_ARGUMENTS',
    'INVALID_VARIABLE',
    'MAX_COST_EXCEEDED',
    'MAX_INPUT_SIZE_EXCEEDED',
    'NOT_FOUND',
    'PARSE_ERROR',
    'argumentLiteralsIncompatible',
    'missingRequiredArguments',
    'undefinedDirective',
    'undefinedField',
    'variableNotUsed',
  ])('that is refused with %s is permanent, for a read and for a change', (code) => {
    for (const body of [
      { errors: [error(code)] },
      { data: { orderCapture: null }, errors: [error(code, ['orderCapture'])] },
    ]) {
      expect(failure(() => readReply(body, READ, null))).toBeInstanceOf(Permanent);
      expect(failure(() => readReply(body, CHANGE, null))).toBeInstanceOf(Permanent);
    }
  });

  it('to an id that Shopify no longer knows says that it is gone', () => {
    const body = {
      data: { fulfillmentOrderHold: null },
      errors: [error('RESOURCE_NOT_FOUND', ['fulfillmentOrderHold'])],
    };
    expect(failure(() => readReply(body, CHANGE, null))).toBeInstanceOf(Gone);
    expect(failure(() => readReply({ errors: body.errors }, READ, null))).toBeInstanceOf(Gone);
  });

  it.each([
    [[error('INTERNAL_SERVER_ERROR')]],
    [[error('INTERNAL_SERVER_ERROR', ['orderCapture'])]],
    [[error('A_CODE_OF_TOMORROW')]],
    [[error('INVALID'), error('INTERNAL_SERVER_ERROR')]],
    [[error('RESOURCE_NOT_FOUND'), error('INTERNAL_SERVER_ERROR')]],
  ])('that says nothing of what was done (%j) is unclear for a change', (errors) => {
    const body = { data: { orderCapture: null }, errors };
    expect(failure(() => readReply(body, CHANGE, null))).toBeInstanceOf(OutcomeUnclear);
    expect(failure(() => readReply(body, READ, null))).toBeInstanceOf(Unreachable);
  });

  it.each([[undefined], [{}], ['<html>'], [{ data: null }], [{ errors: 'all' }]])(
    'that says nothing (%j) is unclear for a change and tried again for a read',
    (body) => {
      expect(failure(() => readReply(body, CHANGE, null))).toBeInstanceOf(OutcomeUnclear);
      expect(failure(() => readReply(body, READ, null))).toBeInstanceOf(Unreachable);
    },
  );
});
