import type { Effect } from './intent';

type Capture = Extract<Effect, { kind: 'capture' }>;

/**
 * What a capture says to Shopify about being the last one: yes or no where the authorization takes several captures, and
 * nothing (null) elsewhere. Shopify refuses the word for an authorization that takes one capture (platform fact).
 */
export const saidOfTheEnd = ({ final, multiCapturable }: Capture): boolean | null =>
  multiCapturable === true ? final : null;
