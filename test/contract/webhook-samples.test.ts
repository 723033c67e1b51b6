import { readHint, WEBHOOK_TOPICS } from '../../app/domain/webhook-topics';
import { sampleOf } from '../support/webhooks';

/** Sample payloads that name no order at all. */
const NAMES_NOTHING = ['returns/update', 'returns/process'];
/** Those for which the package has no sample. */
const NO_SAMPLE: string[] = [];

describe("Shopify's own sample payloads", () => {
  const topics = Object.keys(WEBHOOK_TOPICS);

  test('exist for every topic of ours', () => {
    expect(topics.filter((topic) => sampleOf(topic) === null)).toEqual(NO_SAMPLE);
  });

  test.each(topics)('%s is read into a hint', (topic) => {
    const sample = sampleOf(topic) ?? '{}';
    const hint = readHint(topic, sample, 'w-1');
    expect(hint?.known).toBe(true);
    expect(hint?.task === null).toBe(NAMES_NOTHING.includes(topic));
    const task = hint?.task;
    if (task?.kind === 'look-at-order')
      expect(sample).toContain(task.orderId.replace('gid://shopify/Order/', ''));
    if (task?.kind === 'share-item')
      expect(sample).toContain(task.itemId.replace('gid://shopify/InventoryItem/', ''));
  });
});
