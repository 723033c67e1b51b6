import { mutate, selected, unitsOf, type Answer, type Part } from './goods';
import type { Json, Store } from './store';

/* The calls that the facts about goods make. */

type Units = Readonly<Record<string, number>>;

const HOLD = { id: 'ID!', fulfillmentHold: 'FulfillmentOrderHoldInput!' };

/** Holds a fulfillment order, or with units a part of it. */
export const hold = (
  store: Store,
  part: Part,
  handle: string,
  units?: Units | Json[],
): Promise<Answer> =>
  mutate(
    store,
    'fulfillmentOrderHold',
    HOLD,
    `fulfillmentHold { id handle reason reasonNotes displayReason heldByRequestingApp } ${selected('fulfillmentOrder', 'remainingFulfillmentOrder')}`,
    {
      id: part.id,
      fulfillmentHold: {
        reason: 'OTHER',
        reasonNotes: 'Waits for stock',
        handle,
        ...(units && {
          fulfillmentOrderLineItems: Array.isArray(units) ? units : unitsOf(part, units),
        }),
      },
    },
  );

export const release = (store: Store, part: Pick<Part, 'id'>, ids?: string[]): Promise<Answer> =>
  mutate(
    store,
    'fulfillmentOrderReleaseHold',
    { id: 'ID!', holdIds: '[ID!]' },
    selected('fulfillmentOrder'),
    { id: part.id, ...(ids && { holdIds: ids }) },
  );

export const split = (store: Store, id: string, lines: Json[]): Promise<Answer> =>
  mutate(
    store,
    'fulfillmentOrderSplit',
    { fulfillmentOrderSplits: '[FulfillmentOrderSplitInput!]!' },
    `fulfillmentOrderSplits { ${selected('fulfillmentOrder', 'remainingFulfillmentOrder')} replacementFulfillmentOrder { id } }`,
    { fulfillmentOrderSplits: [{ fulfillmentOrderId: id, fulfillmentOrderLineItems: lines }] },
  );

export const merge = (store: Store, mergeIntents: Json[]): Promise<Answer> =>
  mutate(
    store,
    'fulfillmentOrderMerge',
    { fulfillmentOrderMergeInputs: '[FulfillmentOrderMergeInput!]!' },
    `fulfillmentOrderMerges { ${selected('fulfillmentOrder')} }`,
    { fulfillmentOrderMergeInputs: [{ mergeIntents }] },
  );

export const move = (
  store: Store,
  part: Part,
  newLocationId: string,
  units?: Units,
): Promise<Answer> =>
  mutate(
    store,
    'fulfillmentOrderMove',
    {
      id: 'ID!',
      newLocationId: 'ID!',
      fulfillmentOrderLineItems: '[FulfillmentOrderLineItemInput!]',
    },
    selected('movedFulfillmentOrder', 'originalFulfillmentOrder', 'remainingFulfillmentOrder'),
    {
      id: part.id,
      newLocationId,
      ...(units && { fulfillmentOrderLineItems: unitsOf(part, units) }),
    },
  );

export const submit = (store: Store, part: Part, units?: Units): Promise<Answer> =>
  mutate(
    store,
    'fulfillmentOrderSubmitFulfillmentRequest',
    {
      id: 'ID!',
      fulfillmentOrderLineItems: '[FulfillmentOrderLineItemInput!]',
      message: 'String',
      notifyCustomer: 'Boolean',
    },
    selected(
      'originalFulfillmentOrder',
      'submittedFulfillmentOrder',
      'unsubmittedFulfillmentOrder',
    ),
    {
      id: part.id,
      message: 'Please ship',
      notifyCustomer: false,
      ...(units && { fulfillmentOrderLineItems: unitsOf(part, units) }),
    },
  );

/** A mutation that takes an id, with a message where it has one, and shows the fulfillment order. */
export const tell = (
  store: Store,
  name: string,
  part: Pick<Part, 'id'>,
  message?: string,
): Promise<Answer> =>
  mutate(
    store,
    name,
    { id: 'ID!', ...(message !== undefined && { message: 'String' }) },
    selected('fulfillmentOrder'),
    { id: part.id, ...(message !== undefined && { message }) },
  );

export const takeBack = (store: Store, part: Pick<Part, 'id'>): Promise<Answer> =>
  mutate(
    store,
    'fulfillmentOrderCancel',
    { id: 'ID!' },
    selected('fulfillmentOrder', 'replacementFulfillmentOrder'),
    { id: part.id },
  );

export const ship = (store: Store, id: string, lines?: Json[]): Promise<Answer> =>
  mutate(
    store,
    'fulfillmentCreate',
    { fulfillment: 'FulfillmentInput!' },
    'fulfillment { id status displayStatus }',
    {
      fulfillment: {
        notifyCustomer: false,
        lineItemsByFulfillmentOrder: [
          { fulfillmentOrderId: id, ...(lines && { fulfillmentOrderLineItems: lines }) },
        ],
      },
    },
  );

export const cancelParcel = (store: Store, id: string): Promise<Answer> =>
  mutate(store, 'fulfillmentCancel', { id: 'ID!' }, 'fulfillment { id status displayStatus }', {
    id,
  });
