/** A topic's name in the API: `orders/create` is ORDERS_CREATE. */
export const topicName = (topic: string): string => topic.toUpperCase().replaceAll('/', '_');
