import { Decimal } from 'decimal.js';
import { type Facts, parcelsOf, type SeenOrder } from '../facts';
import type { Row } from '../witness';

const succeeded = (row: Row): boolean => row.detail['status'] === 'SUCCESS';
const total = (rows: readonly Row[]): Decimal =>
  rows.reduce((sum, row) => sum.plus(row.amount ?? 0), new Decimal(0));

/** Units of a product that orders before this one still have to get, and this one's own. */
function neededFirst(facts: Facts, order: SeenOrder, sku: string, seq: number): number {
  return facts.orders
    .filter((other) => other.seq <= order.seq)
    .filter((other) => !facts.of(other, 'cancel').some((row) => row.seq < seq))
    .map((other) => {
      const wanted = other.lines.filter((l) => l.sku === sku).reduce((n, l) => n + l.quantity, 0);
      const gone = parcelsOf(facts, other)
        .filter((parcel) => parcel.seq < seq)
        .flatMap((parcel) => parcel.lines)
        .filter((l) => l.sku === sku)
        .reduce((n, l) => n + l.quantity, 0);
      return Math.max(0, wanted - gone);
    })
    .reduce((a, b) => a + b, 0);
}

/** P1: nothing is captured for a unit that isn't on the shelf for this order. P10: who came before is served before. */
export function goodsBeforeMoney(facts: Facts): string[] {
  return facts.orders.flatMap((order) =>
    facts
      .of(order, 'capture')
      .filter((row) => row.by === 'app' && succeeded(row))
      .flatMap((row) =>
        order.lines
          .filter(
            (line) =>
              facts.onHand(line.sku, row.seq) < neededFirst(facts, order, line.sku, row.seq),
          )
          .map((line) => `P1/P10 ${order.name} was captured before ${line.sku} was there for it`),
      ),
  );
}

/** M: of an authorization no more is captured than was authorized, once, and nothing after it was voided. */
export function moneyMovesOnce(facts: Facts): string[] {
  return facts.orders.flatMap((order) => {
    const captures = facts.of(order, 'capture').filter(succeeded);
    const voids = facts.of(order, 'void').filter(succeeded);
    const authorized = total(facts.of(order, 'authorization').filter(succeeded));
    return [
      ...(total(captures).greaterThan(authorized)
        ? [`M ${order.name}: more was captured than authorized`]
        : []),
      ...(captures.length > 1 ? [`M ${order.name} was captured ${captures.length} times`] : []),
      ...(voids.length > 1 ? [`M ${order.name} was voided ${voids.length} times`] : []),
      ...(captures.some((c) => voids.some((v) => v.seq < c.seq))
        ? [`M ${order.name} was captured after it was voided`]
        : []),
    ];
  });
}

/** The customer pays once: by an authorization that is captured, or by the link that is sent when it is gone. */
export function paidOnce(facts: Facts): string[] {
  return facts.orders.flatMap((order) => {
    const captured = facts.of(order, 'capture').filter(succeeded);
    const paid = facts.of(order, 'payment').filter(succeeded);
    return captured.length > 0 && paid.length > 0
      ? [`M ${order.name} was captured, and paid by link as well`]
      : [];
  });
}

/** Order of events on arrival: a short order is on hold, is captured or paid, and only then released. */
export function heldUntilPaid(facts: Facts): string[] {
  return facts.orders.filter(facts.isShort).flatMap((order) => {
    const [hold] = facts.of(order, 'hold').filter((row) => row.by === 'app');
    const [release] = facts.of(order, 'release').filter((row) => row.by === 'app');
    const [taken] = [...facts.of(order, 'capture'), ...facts.of(order, 'payment')].filter(
      succeeded,
    );
    const cancelled = facts.of(order, 'cancel').length > 0;
    return [
      ...(hold === undefined ? [`HOLD ${order.name} is short and was never put on hold`] : []),
      ...(release !== undefined && (taken === undefined || taken.seq > release.seq)
        ? [`HOLD ${order.name} was released before its money was taken`]
        : []),
      ...(!cancelled && release === undefined ? [`HOLD ${order.name} was never released`] : []),
    ];
  });
}

/** P6: a cancellation is honoured once: the authorization is voided with it, and nothing is captured after. */
export function cancelMeansCancel(facts: Facts): string[] {
  return facts.orders.flatMap((order) => {
    const cancels = facts.of(order, 'cancel');
    const [first] = cancels;
    if (first === undefined) return [];
    const voided = facts.of(order, 'void').some((row) => succeeded(row));
    const after = [...facts.of(order, 'capture'), ...facts.of(order, 'fulfillment')].some(
      (row) => row.seq > first.seq,
    );
    return [
      ...(cancels.length > 1 ? [`P6 ${order.name} was cancelled ${cancels.length} times`] : []),
      ...(voided ? [] : [`P6 ${order.name} was cancelled and its authorization not voided`]),
      ...(after ? [`P6 ${order.name} was captured or shipped after it was cancelled`] : []),
    ];
  });
}
