/**
 * The points that Shopify takes before it runs each operation of ours, by name. The figures follow the rule that was
 * fitted on recorded calls of a real store (docs/decisions/0036). A test holds them to the operations, and the metric
 * `holdfast_shopify_requested_points` shows what a store really asks.
 */
export const REQUESTED_PRICES: Readonly<Record<string, number>> = {
  ReadOrder: 76,
  ReadLongOrder: 236,
  ReadOrderLines: 47,
  ReadOrderRouting: 153,
  ReadRoutedLines: 25,
  ReadParcelLines: 25,
  ReadUpdatedAt: 1,
  ReadStock: 24,
  FindOrderOf: 2,
  ListOpenOrders: 11,
  ListChangedOrders: 11,
  ReadShop: 1,
  ReadAccess: 2,
  HoldFulfillmentOrder: 10,
  ReadHolds: 2,
  ReleaseFulfillmentOrder: 10,
  RequestCancellation: 10,
  TakeBackRequest: 10,
  ReadRequestStatus: 4,
  CaptureOrder: 20,
  VoidTransaction: 10,
  CancelOrder: 11,
  ReadCancellation: 2,
  BeginOrderEdit: 23,
  SetEditedQuantity: 10,
  CommitOrderEdit: 10,
  SuggestRefund: 4,
  RefundOrder: 27,
  PreparePaymentTerms: 5,
  AskForPayment: 10,
};
