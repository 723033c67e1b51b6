import { readFileSync } from 'node:fs';
import { parse as parseGraphql } from 'graphql';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { ALL_OPERATIONS } from '../../../app/adapters/shopify/operations/all';
import { COMPLIANCE_TOPICS, WEBHOOK_TOPICS } from '../../../app/domain/webhook-topics';
import { PROBE_SCOPES } from '../../../probe/scopes';
import { TOPICS as PROBE_TOPICS } from '../../../probe/webhooks/topics';
import { isMet, type Wanted, wantedOfOperation, wantedOfTopic } from '../../support/access-map';

const { scopes, optional_scopes } = z
  .object({
    access_scopes: z.object({
      scopes: z.string().transform((list) => list.split(',')),
      optional_scopes: z.array(z.string()),
    }),
  })
  .parse(parse(readFileSync('shopify.app.toml', 'utf8'))).access_scopes;

/** The two that read an order say that this may be withheld; the others are sent where the merchant wants payment terms. */
const OPTIONAL = [
  ['ReadOrder', 'PaymentTerms'],
  ['ReadLongOrder', 'PaymentTerms'],
  ['PreparePaymentTerms', 'PaymentTerms'],
  ['AskForPayment', 'PaymentTerms'],
  ['AskForPayment', 'Mutation.paymentTermsCreate'],
];

/** Shopify lets nobody choose these: it sends them to every app. */
const CHOSEN = Object.keys(WEBHOOK_TOPICS).filter(
  (topic) => !COMPLIANCE_TOPICS.some((other) => other === topic),
);

describe('what the app asks a merchant for', () => {
  // With one that isn't, Shopify refuses the whole version: "Missing scope for webhook topic …".
  it.each(CHOSEN)('is enough to be told of %s', (topic) => {
    const wanted = wantedOfTopic(topic);
    expect({ wanted, isMet: wanted && isMet(wanted, scopes) }).toEqual({ wanted, isMet: true });
  });

  it('is enough for whatever it calls, but for what an optional scope is for', () => {
    const unmet = ALL_OPERATIONS.flatMap(({ name, text }) =>
      wantedOfOperation(parseGraphql(text))
        .filter((wanted) => !isMet(wanted, scopes))
        .map((wanted): [string, Wanted] => [name, wanted]),
    );
    const found = unmet.map(([name, { of }]) => [name, of]);
    expect(found.toSorted()).toEqual(OPTIONAL.toSorted());
    for (const [, wanted] of unmet) expect(isMet(wanted, optional_scopes)).toBe(true);
  });

  it('is enough for the probe, which asks for more', () => {
    const wanted = PROBE_TOPICS.map((topic) => wantedOfTopic(topic));
    expect(wanted.filter((one) => one === null || !isMet(one, PROBE_SCOPES))).toEqual([]);
  });
});
