import { readHint, WEBHOOK_TOPICS } from '../../app/domain/webhook-topics';
import { sampleOf } from '../support/webhooks';

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
    const task = hint?.task;
    expect(task).not.toBeNull();
    if (task?.kind === 'look-at-order')
      expect(sample).toContain(task.orderId.replace('gid://shopify/Order/', ''));
    if (task?.kind === 'share-item')
      expect(sample).toContain(task.itemId.replace('gid://shopify/InventoryItem/', ''));
  });
});
