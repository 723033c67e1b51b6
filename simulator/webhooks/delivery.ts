/** One webhook on its way. A retry carries what the first attempt carried, to the address of that time. */
export interface Delivery {
  readonly webhookId: string;
  readonly eventId: string;
  readonly topic: string;
  readonly shop: string;
  readonly body: string;
  readonly triggeredAt: string;
  readonly url: string;
  readonly attempt: number;
}
