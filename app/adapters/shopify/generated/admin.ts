/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CountryCode =
  | 'AC'
  | 'AD'
  | 'AE'
  | 'AF'
  | 'AG'
  | 'AI'
  | 'AL'
  | 'AM'
  | 'AN'
  | 'AO'
  | 'AR'
  | 'AT'
  | 'AU'
  | 'AW'
  | 'AX'
  | 'AZ'
  | 'BA'
  | 'BB'
  | 'BD'
  | 'BE'
  | 'BF'
  | 'BG'
  | 'BH'
  | 'BI'
  | 'BJ'
  | 'BL'
  | 'BM'
  | 'BN'
  | 'BO'
  | 'BQ'
  | 'BR'
  | 'BS'
  | 'BT'
  | 'BV'
  | 'BW'
  | 'BY'
  | 'BZ'
  | 'CA'
  | 'CC'
  | 'CD'
  | 'CF'
  | 'CG'
  | 'CH'
  | 'CI'
  | 'CK'
  | 'CL'
  | 'CM'
  | 'CN'
  | 'CO'
  | 'CR'
  | 'CU'
  | 'CV'
  | 'CW'
  | 'CX'
  | 'CY'
  | 'CZ'
  | 'DE'
  | 'DJ'
  | 'DK'
  | 'DM'
  | 'DO'
  | 'DZ'
  | 'EC'
  | 'EE'
  | 'EG'
  | 'EH'
  | 'ER'
  | 'ES'
  | 'ET'
  | 'FI'
  | 'FJ'
  | 'FK'
  | 'FO'
  | 'FR'
  | 'GA'
  | 'GB'
  | 'GD'
  | 'GE'
  | 'GF'
  | 'GG'
  | 'GH'
  | 'GI'
  | 'GL'
  | 'GM'
  | 'GN'
  | 'GP'
  | 'GQ'
  | 'GR'
  | 'GS'
  | 'GT'
  | 'GW'
  | 'GY'
  | 'HK'
  | 'HM'
  | 'HN'
  | 'HR'
  | 'HT'
  | 'HU'
  | 'ID'
  | 'IE'
  | 'IL'
  | 'IM'
  | 'IN'
  | 'IO'
  | 'IQ'
  | 'IR'
  | 'IS'
  | 'IT'
  | 'JE'
  | 'JM'
  | 'JO'
  | 'JP'
  | 'KE'
  | 'KG'
  | 'KH'
  | 'KI'
  | 'KM'
  | 'KN'
  | 'KP'
  | 'KR'
  | 'KW'
  | 'KY'
  | 'KZ'
  | 'LA'
  | 'LB'
  | 'LC'
  | 'LI'
  | 'LK'
  | 'LR'
  | 'LS'
  | 'LT'
  | 'LU'
  | 'LV'
  | 'LY'
  | 'MA'
  | 'MC'
  | 'MD'
  | 'ME'
  | 'MF'
  | 'MG'
  | 'MK'
  | 'ML'
  | 'MM'
  | 'MN'
  | 'MO'
  | 'MQ'
  | 'MR'
  | 'MS'
  | 'MT'
  | 'MU'
  | 'MV'
  | 'MW'
  | 'MX'
  | 'MY'
  | 'MZ'
  | 'NA'
  | 'NC'
  | 'NE'
  | 'NF'
  | 'NG'
  | 'NI'
  | 'NL'
  | 'NO'
  | 'NP'
  | 'NR'
  | 'NU'
  | 'NZ'
  | 'OM'
  | 'PA'
  | 'PE'
  | 'PF'
  | 'PG'
  | 'PH'
  | 'PK'
  | 'PL'
  | 'PM'
  | 'PN'
  | 'PS'
  | 'PT'
  | 'PY'
  | 'QA'
  | 'RE'
  | 'RO'
  | 'RS'
  | 'RU'
  | 'RW'
  | 'SA'
  | 'SB'
  | 'SC'
  | 'SD'
  | 'SE'
  | 'SG'
  | 'SH'
  | 'SI'
  | 'SJ'
  | 'SK'
  | 'SL'
  | 'SM'
  | 'SN'
  | 'SO'
  | 'SR'
  | 'SS'
  | 'ST'
  | 'SV'
  | 'SX'
  | 'SY'
  | 'SZ'
  | 'TA'
  | 'TC'
  | 'TD'
  | 'TF'
  | 'TG'
  | 'TH'
  | 'TJ'
  | 'TK'
  | 'TL'
  | 'TM'
  | 'TN'
  | 'TO'
  | 'TR'
  | 'TT'
  | 'TV'
  | 'TW'
  | 'TZ'
  | 'UA'
  | 'UG'
  | 'UM'
  | 'US'
  | 'UY'
  | 'UZ'
  | 'VA'
  | 'VC'
  | 'VE'
  | 'VG'
  | 'VN'
  | 'VU'
  | 'WF'
  | 'WS'
  | 'XK'
  | 'YE'
  | 'YT'
  | 'ZA'
  | 'ZM'
  | 'ZW'
  | 'ZZ';

export type CurrencyCode =
  | 'AED'
  | 'AFN'
  | 'ALL'
  | 'AMD'
  | 'ANG'
  | 'AOA'
  | 'ARS'
  | 'AUD'
  | 'AWG'
  | 'AZN'
  | 'BAM'
  | 'BBD'
  | 'BDT'
  | 'BGN'
  | 'BHD'
  | 'BIF'
  | 'BMD'
  | 'BND'
  | 'BOB'
  | 'BRL'
  | 'BSD'
  | 'BTN'
  | 'BWP'
  | 'BYN'
  | 'BYR'
  | 'BZD'
  | 'CAD'
  | 'CDF'
  | 'CHF'
  | 'CLP'
  | 'CNY'
  | 'COP'
  | 'CRC'
  | 'CVE'
  | 'CZK'
  | 'DJF'
  | 'DKK'
  | 'DOP'
  | 'DZD'
  | 'EGP'
  | 'ERN'
  | 'ETB'
  | 'EUR'
  | 'FJD'
  | 'FKP'
  | 'GBP'
  | 'GEL'
  | 'GHS'
  | 'GIP'
  | 'GMD'
  | 'GNF'
  | 'GTQ'
  | 'GYD'
  | 'HKD'
  | 'HNL'
  | 'HRK'
  | 'HTG'
  | 'HUF'
  | 'IDR'
  | 'ILS'
  | 'INR'
  | 'IQD'
  | 'IRR'
  | 'ISK'
  | 'JEP'
  | 'JMD'
  | 'JOD'
  | 'JPY'
  | 'KES'
  | 'KGS'
  | 'KHR'
  | 'KID'
  | 'KMF'
  | 'KRW'
  | 'KWD'
  | 'KYD'
  | 'KZT'
  | 'LAK'
  | 'LBP'
  | 'LKR'
  | 'LRD'
  | 'LSL'
  | 'LTL'
  | 'LVL'
  | 'LYD'
  | 'MAD'
  | 'MDL'
  | 'MGA'
  | 'MKD'
  | 'MMK'
  | 'MNT'
  | 'MOP'
  | 'MRU'
  | 'MUR'
  | 'MVR'
  | 'MWK'
  | 'MXN'
  | 'MYR'
  | 'MZN'
  | 'NAD'
  | 'NGN'
  | 'NIO'
  | 'NOK'
  | 'NPR'
  | 'NZD'
  | 'OMR'
  | 'PAB'
  | 'PEN'
  | 'PGK'
  | 'PHP'
  | 'PKR'
  | 'PLN'
  | 'PYG'
  | 'QAR'
  | 'RON'
  | 'RSD'
  | 'RUB'
  | 'RWF'
  | 'SAR'
  | 'SBD'
  | 'SCR'
  | 'SDG'
  | 'SEK'
  | 'SGD'
  | 'SHP'
  | 'SLL'
  | 'SOS'
  | 'SRD'
  | 'SSP'
  | 'STD'
  | 'STN'
  | 'SYP'
  | 'SZL'
  | 'THB'
  | 'TJS'
  | 'TMT'
  | 'TND'
  | 'TOP'
  | 'TRY'
  | 'TTD'
  | 'TWD'
  | 'TZS'
  | 'UAH'
  | 'UGX'
  | 'USD'
  | 'USDC'
  | 'UYU'
  | 'UZS'
  | 'VED'
  | 'VEF'
  | 'VES'
  | 'VND'
  | 'VUV'
  | 'WST'
  | 'XAF'
  | 'XCD'
  | 'XOF'
  | 'XPF'
  | 'XXX'
  | 'YER'
  | 'ZAR'
  | 'ZMW';

export type DeliveryMethodType =
  | 'LOCAL'
  | 'NONE'
  | 'PICKUP_POINT'
  | 'PICK_UP'
  | 'RETAIL'
  | 'SHIPPING';

export type DisputeStatus =
  | 'ACCEPTED'
  | 'CHARGE_REFUNDED'
  | 'LOST'
  | 'NEEDS_RESPONSE'
  | 'PREVENTED'
  | 'UNDER_REVIEW'
  | 'WON';

export type FulfillmentDisplayStatus =
  | 'ATTEMPTED_DELIVERY'
  | 'CANCELED'
  | 'CARRIER_PICKED_UP'
  | 'CONFIRMED'
  | 'DELAYED'
  | 'DELIVERED'
  | 'FAILURE'
  | 'FULFILLED'
  | 'IN_TRANSIT'
  | 'LABEL_PRINTED'
  | 'LABEL_PURCHASED'
  | 'LABEL_VOIDED'
  | 'MARKED_AS_FULFILLED'
  | 'NOT_DELIVERED'
  | 'OUT_FOR_DELIVERY'
  | 'PICKED_UP'
  | 'READY_FOR_PICKUP'
  | 'SUBMITTED';

export type FulfillmentHoldReason =
  | 'AWAITING_PAYMENT'
  | 'AWAITING_RETURN_ITEMS'
  | 'HIGH_RISK_OF_FRAUD'
  | 'INCORRECT_ADDRESS'
  | 'INVENTORY_OUT_OF_STOCK'
  | 'ONLINE_STORE_POST_PURCHASE_CROSS_SELL'
  | 'OTHER'
  | 'UNKNOWN_DELIVERY_DATE';

export type FulfillmentOrderAction =
  | 'CANCEL_FULFILLMENT_ORDER'
  | 'CREATE_FULFILLMENT'
  | 'EXTERNAL'
  | 'HOLD'
  | 'MARK_AS_OPEN'
  | 'MERGE'
  | 'MOVE'
  | 'RELEASE_HOLD'
  | 'REPORT_PROGRESS'
  | 'REQUEST_CANCELLATION'
  | 'REQUEST_FULFILLMENT'
  | 'SPLIT';

export type FulfillmentOrderCancelErrorCode =
  | 'FULFILLMENT_ORDER_HAS_MANUALLY_REPORTED_PROGRESS';

export type FulfillmentOrderHoldInput = {
  externalId?: string | null | undefined;
  fulfillmentOrderLineItems?: Array<FulfillmentOrderLineItemInput> | null | undefined;
  handle?: string | null | undefined;
  notifyMerchant?: boolean | null | undefined;
  reason: FulfillmentHoldReason;
  reasonNotes?: string | null | undefined;
};

export type FulfillmentOrderHoldUserErrorCode =
  | 'DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS'
  | 'DUPLICATE_FULFILLMENT_HOLD_HANDLE'
  | 'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED'
  | 'FULFILLMENT_ORDER_NOT_FOUND'
  | 'FULFILLMENT_ORDER_NOT_SPLITTABLE'
  | 'GREATER_THAN_ZERO'
  | 'INVALID_LINE_ITEM_QUANTITY'
  | 'TAKEN';

export type FulfillmentOrderLineItemInput = {
  id: string;
  quantity: number;
};

export type FulfillmentOrderMerchantRequestKind =
  | 'CANCELLATION_REQUEST'
  | 'FULFILLMENT_REQUEST';

export type FulfillmentOrderReleaseHoldUserErrorCode =
  | 'FULFILLMENT_ORDER_NOT_FOUND'
  | 'INVALID_ACCESS';

export type FulfillmentOrderRequestStatus =
  | 'ACCEPTED'
  | 'CANCELLATION_ACCEPTED'
  | 'CANCELLATION_REJECTED'
  | 'CANCELLATION_REQUESTED'
  | 'CLOSED'
  | 'REJECTED'
  | 'SUBMITTED'
  | 'UNSUBMITTED';

export type FulfillmentOrderStatus =
  | 'CANCELLED'
  | 'CLOSED'
  | 'INCOMPLETE'
  | 'IN_PROGRESS'
  | 'ON_HOLD'
  | 'OPEN'
  | 'SCHEDULED';

export type FulfillmentStatus =
  | 'CANCELLED'
  | 'ERROR'
  | 'FAILURE'
  | 'OPEN'
  | 'PENDING'
  | 'SUCCESS';

export type MoneyInput = {
  amount: string;
  currencyCode: CurrencyCode;
};

export type OrderAdjustmentInputDiscrepancyReason =
  | 'CUSTOMER'
  | 'DAMAGE'
  | 'OTHER'
  | 'RESTOCK';

export type OrderCancelReason =
  | 'CUSTOMER'
  | 'DECLINED'
  | 'FRAUD'
  | 'INVENTORY'
  | 'OTHER'
  | 'STAFF';

export type OrderCancelStatus =
  | 'FAILED'
  | 'STARTED'
  | 'SUCCEEDED';

export type OrderCancelUserErrorCode =
  | 'INTERNAL_ERROR'
  | 'INVALID'
  | 'NOT_FOUND'
  | 'NO_REFUND_PERMISSION'
  | 'NO_REFUND_TO_STORE_CREDIT_PERMISSION'
  | 'STORE_CREDIT_REFUND_B2B_NOT_SUPPORTED'
  | 'STORE_CREDIT_REFUND_EXPIRATION_IN_PAST'
  | 'STORE_CREDIT_REFUND_MISSING_CUSTOMER';

export type OrderCaptureInput = {
  amount: string;
  currency?: CurrencyCode | null | undefined;
  finalCapture?: boolean | null | undefined;
  id: string;
  parentTransactionId: string;
};

export type OrderDisplayFinancialStatus =
  | 'AUTHORIZED'
  | 'EXPIRED'
  | 'PAID'
  | 'PARTIALLY_PAID'
  | 'PARTIALLY_REFUNDED'
  | 'PENDING'
  | 'REFUNDED'
  | 'VOIDED';

export type OrderRiskRecommendationResult =
  | 'ACCEPT'
  | 'CANCEL'
  | 'INVESTIGATE'
  | 'NONE';

export type OrderTransactionErrorCode =
  | 'AMAZON_PAYMENTS_INVALID_PAYMENT_METHOD'
  | 'AMAZON_PAYMENTS_MAX_AMOUNT_CHARGED'
  | 'AMAZON_PAYMENTS_MAX_AMOUNT_REFUNDED'
  | 'AMAZON_PAYMENTS_MAX_AUTHORIZATIONS_CAPTURED'
  | 'AMAZON_PAYMENTS_MAX_REFUNDS_PROCESSED'
  | 'AMAZON_PAYMENTS_ORDER_REFERENCE_CANCELED'
  | 'AMAZON_PAYMENTS_STALE'
  | 'AMOUNT_TOO_LARGE'
  | 'AMOUNT_TOO_SMALL'
  | 'AUTHENTICATION_FAILED'
  | 'AUTHENTICATION_REQUIRED'
  | 'AUTHORIZATION_EXPIRED'
  | 'CALL_ISSUER'
  | 'CANCELLED_PAYMENT'
  | 'CARD_DECLINED'
  | 'CARD_TESTING'
  | 'CONFIG_ERROR'
  | 'DO_NOT_HONOR'
  | 'EXPIRED_CARD'
  | 'FRAUD_SUSPECTED'
  | 'GENERIC_ERROR'
  | 'INCORRECT_ADDRESS'
  | 'INCORRECT_CVC'
  | 'INCORRECT_NUMBER'
  | 'INCORRECT_PIN'
  | 'INCORRECT_ZIP'
  | 'INSTRUMENT_DECLINED'
  | 'INSUFFICIENT_FUNDS'
  | 'INVALID_AMOUNT'
  | 'INVALID_COUNTRY'
  | 'INVALID_CURRENCY'
  | 'INVALID_CVC'
  | 'INVALID_EXPIRY_DATE'
  | 'INVALID_NUMBER'
  | 'INVALID_PAYMENT_METHOD'
  | 'INVALID_PURCHASE_TYPE'
  | 'MERCHANT_ACCOUNT_ERROR'
  | 'MERCHANT_RULE'
  | 'PAYMENT_METHOD_UNAVAILABLE'
  | 'PAYMENT_METHOD_UNSUPPORTED'
  | 'PAYMENT_PROVIDER_ERROR'
  | 'PICK_UP_CARD'
  | 'PROCESSING_ERROR'
  | 'RETRY_DECLINED'
  | 'TEST_MODE_LIVE_CARD'
  | 'TRANSACTION_LIMIT_EXCEEDED'
  | 'UNSUPPORTED_FEATURE';

export type OrderTransactionInput = {
  amount: string;
  gateway: string;
  kind: OrderTransactionKind;
  orderId: string;
  parentId?: string | null | undefined;
};

export type OrderTransactionKind =
  | 'AUTHORIZATION'
  | 'CAPTURE'
  | 'CHANGE'
  | 'EMV_AUTHORIZATION'
  | 'REFUND'
  | 'SALE'
  | 'SUGGESTED_REFUND'
  | 'VOID';

export type OrderTransactionStatus =
  | 'AWAITING_RESPONSE'
  | 'ERROR'
  | 'FAILURE'
  | 'PENDING'
  | 'SUCCESS'
  | 'UNKNOWN';

export type PaymentScheduleInput = {
  dueAt?: string | null | undefined;
  issuedAt?: string | null | undefined;
};

export type PaymentTermsCreateInput = {
  paymentSchedules?: Array<PaymentScheduleInput> | null | undefined;
  paymentTermsTemplateId: string;
};

export type PaymentTermsCreateUserErrorCode =
  | 'PAYMENT_TERMS_CREATION_UNSUCCESSFUL';

export type RefundDutyInput = {
  dutyId: string;
  refundType?: RefundDutyRefundType | null | undefined;
};

export type RefundDutyRefundType =
  | 'FULL'
  | 'PROPORTIONAL';

export type RefundInput = {
  allowOverRefunding?: boolean | null | undefined;
  currency?: CurrencyCode | null | undefined;
  discrepancyReason?: OrderAdjustmentInputDiscrepancyReason | null | undefined;
  note?: string | null | undefined;
  notify?: boolean | null | undefined;
  orderId: string;
  processedAt?: string | null | undefined;
  refundDuties?: Array<RefundDutyInput> | null | undefined;
  refundLineItems?: Array<RefundLineItemInput> | null | undefined;
  refundMethods?: Array<RefundMethodInput> | null | undefined;
  shipping?: ShippingRefundInput | null | undefined;
  transactions?: Array<OrderTransactionInput> | null | undefined;
};

export type RefundLineItemInput = {
  lineItemId: string;
  locationId?: string | null | undefined;
  quantity: number;
  restockType?: RefundLineItemRestockType | null | undefined;
};

export type RefundLineItemRestockType =
  | 'CANCEL'
  | 'LEGACY_RESTOCK'
  | 'NO_RESTOCK'
  | 'RETURN';

export type RefundMethodInput =
  {   storeCreditRefund: StoreCreditRefundInput; };

export type RiskAssessmentResult =
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM'
  | 'NONE'
  | 'PENDING';

export type ShippingRefundInput = {
  amount?: string | null | undefined;
  fullRefund?: boolean | null | undefined;
};

export type StoreCreditRefundInput = {
  amount: MoneyInput;
  expiresAt?: string | null | undefined;
};

export type TransactionVoidUserErrorCode =
  | 'AUTH_NOT_SUCCESSFUL'
  | 'AUTH_NOT_VOIDABLE'
  | 'GENERIC_ERROR'
  | 'TRANSACTION_NOT_FOUND';

export type RequestCancellationMutationVariables = Exact<{
  id: string;
  message: string;
}>;


export type RequestCancellationMutation = { fulfillmentOrderSubmitCancellationRequest: { fulfillmentOrder: { id: string } | null, userErrors: Array<{ message: string }> } | null };

export type ReadRequestStatusQueryVariables = Exact<{
  id: string;
}>;


export type ReadRequestStatusQuery = { fulfillmentOrder: { status: FulfillmentOrderStatus, requestStatus: FulfillmentOrderRequestStatus, merchantRequests: { nodes: Array<{ kind: FulfillmentOrderMerchantRequestKind }> } } | null };

export type TakeBackRequestMutationVariables = Exact<{
  id: string;
}>;


export type TakeBackRequestMutation = { fulfillmentOrderCancel: { replacementFulfillmentOrder: { id: string } | null, userErrors: Array<{ code: FulfillmentOrderCancelErrorCode | null, message: string }> } | null };

export type HoldFulfillmentOrderMutationVariables = Exact<{
  id: string;
  hold: FulfillmentOrderHoldInput;
}>;


export type HoldFulfillmentOrderMutation = { fulfillmentOrderHold: { fulfillmentHold: { id: string } | null, userErrors: Array<{ code: FulfillmentOrderHoldUserErrorCode | null, message: string }> } | null };

export type ReleaseFulfillmentOrderMutationVariables = Exact<{
  id: string;
  holdIds: Array<string> | string;
}>;


export type ReleaseFulfillmentOrderMutation = { fulfillmentOrderReleaseHold: { fulfillmentOrder: { id: string } | null, userErrors: Array<{ code: FulfillmentOrderReleaseHoldUserErrorCode | null, message: string }> } | null };

export type ReadHoldsQueryVariables = Exact<{
  id: string;
}>;


export type ReadHoldsQuery = { fulfillmentOrder: { fulfillmentHolds: Array<{ id: string, handle: string | null, heldByRequestingApp: boolean }> } | null };

export type CaptureOrderMutationVariables = Exact<{
  input: OrderCaptureInput;
}>;


export type CaptureOrderMutation = { orderCapture: { transaction: { id: string, status: OrderTransactionStatus, errorCode: OrderTransactionErrorCode | null } | null, userErrors: Array<{ message: string }> } | null };

export type VoidTransactionMutationVariables = Exact<{
  id: string;
}>;


export type VoidTransactionMutation = { transactionVoid: { transaction: { id: string, status: OrderTransactionStatus, errorCode: OrderTransactionErrorCode | null } | null, userErrors: Array<{ code: TransactionVoidUserErrorCode | null, message: string }> } | null };

export type CancelOrderMutationVariables = Exact<{
  id: string;
  reason: OrderCancelReason;
  restock: boolean;
  note: string;
}>;


export type CancelOrderMutation = { orderCancel: { job: { id: string } | null, jobResult: { id: string, done: boolean, status: OrderCancelStatus, errors: Array<{ code: OrderCancelUserErrorCode | null, message: string }> } | null, orderCancelUserErrors: Array<{ code: OrderCancelUserErrorCode | null, message: string }> } | null };

export type ReadCancellationQueryVariables = Exact<{
  id: string;
}>;


export type ReadCancellationQuery = { node:
    | { id: string, done: boolean, status: OrderCancelStatus, errors: Array<{ code: OrderCancelUserErrorCode | null, message: string }> }
    | Record<PropertyKey, never>
   | null };

export type BeginOrderEditMutationVariables = Exact<{
  id: string;
}>;


export type BeginOrderEditMutation = { orderEditBegin: { calculatedOrder: { id: string, lineItems: { nodes: Array<{ id: string, quantity: number }>, pageInfo: { hasNextPage: boolean } } } | null, userErrors: Array<{ message: string }> } | null };

export type SetEditedQuantityMutationVariables = Exact<{
  editId: string;
  lineId: string;
  quantity: number;
}>;


export type SetEditedQuantityMutation = { orderEditSetQuantity: { calculatedLineItem: { id: string, quantity: number } | null, userErrors: Array<{ message: string }> } | null };

export type CommitOrderEditMutationVariables = Exact<{
  editId: string;
  note: string;
}>;


export type CommitOrderEditMutation = { orderEditCommit: { order: { id: string } | null, userErrors: Array<{ message: string }> } | null };

export type OrderHeadFragment = { id: string, name: string, createdAt: string, processedAt: string, updatedAt: string, cancelledAt: string | null, displayFinancialStatus: OrderDisplayFinancialStatus | null, merchantEditable: boolean, test: boolean, sourceName: string | null, capturable: boolean, tags: Array<string>, email: string | null, phone: string | null, customerLocale: string | null, customer: { firstName: string | null } | null, shippingAddress: { firstName: string | null, countryCodeV2: CountryCode | null, provinceCode: string | null } | null, currentTotalPriceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, totalOutstandingSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, totalCapturableSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, totalRefundedSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, disputes: Array<{ status: DisputeStatus }>, risk: { recommendation: OrderRiskRecommendationResult, assessments: Array<{ riskLevel: RiskAssessmentResult }> }, paymentTerms: { id: string } | null, paymentCollectionDetails: { additionalPaymentCollectionUrl: string | null }, transactions: Array<{ id: string, kind: OrderTransactionKind, status: OrderTransactionStatus, gateway: string | null, createdAt: string, processedAt: string | null, authorizationExpiresAt: string | null, multiCapturable: boolean, errorCode: OrderTransactionErrorCode | null, shopifyPaymentsSet: { extendedAuthorizationSet: { standardAuthorizationExpiresAt: string, extendedAuthorizationExpiresAt: string } | null } | null, amountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, parentTransaction: { id: string } | null }> };

export type LineFragment = { id: string, title: string, sku: string | null, quantity: number, currentQuantity: number, requiresShipping: boolean, isGiftCard: boolean, discountedUnitPriceAfterAllDiscountsSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, priceAfterAllDiscountsBeforeTaxesSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, taxLines: Array<{ priceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }>, variant: { inventoryItem: { id: string, tracked: boolean } } | null };

export type LinesFragment = { nodes: Array<{ id: string, title: string, sku: string | null, quantity: number, currentQuantity: number, requiresShipping: boolean, isGiftCard: boolean, discountedUnitPriceAfterAllDiscountsSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, priceAfterAllDiscountsBeforeTaxesSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, taxLines: Array<{ priceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }>, variant: { inventoryItem: { id: string, tracked: boolean } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type PaymentFragment = { id: string, kind: OrderTransactionKind, status: OrderTransactionStatus, gateway: string | null, createdAt: string, processedAt: string | null, authorizationExpiresAt: string | null, multiCapturable: boolean, errorCode: OrderTransactionErrorCode | null, shopifyPaymentsSet: { extendedAuthorizationSet: { standardAuthorizationExpiresAt: string, extendedAuthorizationExpiresAt: string } | null } | null, amountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, parentTransaction: { id: string } | null };

export type RoutedPartFragment = { id: string, status: FulfillmentOrderStatus, requestStatus: FulfillmentOrderRequestStatus, assignedLocation: { location: { id: string } | null }, supportedActions: Array<{ action: FulfillmentOrderAction }>, deliveryMethod: { methodType: DeliveryMethodType } | null, fulfillmentHolds: Array<{ id: string, handle: string | null, reason: FulfillmentHoldReason, heldByRequestingApp: boolean }> };

export type RoutedLinesFragment = { nodes: Array<{ id: string, remainingQuantity: number, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type ParcelFragment = { id: string, createdAt: string, status: FulfillmentStatus, displayStatus: FulfillmentDisplayStatus | null, inTransitAt: string | null, deliveredAt: string | null, trackingInfo: Array<{ number: string | null }> };

export type ParcelLinesFragment = { nodes: Array<{ quantity: number | null, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type PreparePaymentTermsQueryVariables = Exact<{
  id: string;
}>;


export type PreparePaymentTermsQuery = { order: { paymentTerms: { id: string } | null } | null, paymentTermsTemplates: Array<{ id: string }>, currentAppInstallation: { accessScopes: Array<{ handle: string }> } };

export type AskForPaymentMutationVariables = Exact<{
  id: string;
  terms: PaymentTermsCreateInput;
}>;


export type AskForPaymentMutation = { paymentTermsCreate: { paymentTerms: { id: string } | null, userErrors: Array<{ code: PaymentTermsCreateUserErrorCode | null, message: string }> } | null };

export type ReadOrderQueryVariables = Exact<{
  id: string;
}>;


export type ReadOrderQuery = { order: { id: string, name: string, createdAt: string, processedAt: string, updatedAt: string, cancelledAt: string | null, displayFinancialStatus: OrderDisplayFinancialStatus | null, merchantEditable: boolean, test: boolean, sourceName: string | null, capturable: boolean, tags: Array<string>, email: string | null, phone: string | null, customerLocale: string | null, lineItems: { nodes: Array<{ id: string, title: string, sku: string | null, quantity: number, currentQuantity: number, requiresShipping: boolean, isGiftCard: boolean, discountedUnitPriceAfterAllDiscountsSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, priceAfterAllDiscountsBeforeTaxesSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, taxLines: Array<{ priceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }>, variant: { inventoryItem: { id: string, tracked: boolean } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, fulfillmentOrders: { nodes: Array<{ id: string, status: FulfillmentOrderStatus, requestStatus: FulfillmentOrderRequestStatus, lineItems: { nodes: Array<{ id: string, remainingQuantity: number, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, assignedLocation: { location: { id: string } | null }, supportedActions: Array<{ action: FulfillmentOrderAction }>, deliveryMethod: { methodType: DeliveryMethodType } | null, fulfillmentHolds: Array<{ id: string, handle: string | null, reason: FulfillmentHoldReason, heldByRequestingApp: boolean }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, fulfillments: Array<{ id: string, createdAt: string, status: FulfillmentStatus, displayStatus: FulfillmentDisplayStatus | null, inTransitAt: string | null, deliveredAt: string | null, fulfillmentLineItems: { nodes: Array<{ quantity: number | null, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, trackingInfo: Array<{ number: string | null }> }>, customer: { firstName: string | null } | null, shippingAddress: { firstName: string | null, countryCodeV2: CountryCode | null, provinceCode: string | null } | null, currentTotalPriceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, totalOutstandingSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, totalCapturableSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, totalRefundedSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, disputes: Array<{ status: DisputeStatus }>, risk: { recommendation: OrderRiskRecommendationResult, assessments: Array<{ riskLevel: RiskAssessmentResult }> }, paymentTerms: { id: string } | null, paymentCollectionDetails: { additionalPaymentCollectionUrl: string | null }, transactions: Array<{ id: string, kind: OrderTransactionKind, status: OrderTransactionStatus, gateway: string | null, createdAt: string, processedAt: string | null, authorizationExpiresAt: string | null, multiCapturable: boolean, errorCode: OrderTransactionErrorCode | null, shopifyPaymentsSet: { extendedAuthorizationSet: { standardAuthorizationExpiresAt: string, extendedAuthorizationExpiresAt: string } | null } | null, amountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, parentTransaction: { id: string } | null }> } | null };

export type ReadLongOrderQueryVariables = Exact<{
  id: string;
}>;


export type ReadLongOrderQuery = { order: { id: string, name: string, createdAt: string, processedAt: string, updatedAt: string, cancelledAt: string | null, displayFinancialStatus: OrderDisplayFinancialStatus | null, merchantEditable: boolean, test: boolean, sourceName: string | null, capturable: boolean, tags: Array<string>, email: string | null, phone: string | null, customerLocale: string | null, lineItems: { nodes: Array<{ id: string, title: string, sku: string | null, quantity: number, currentQuantity: number, requiresShipping: boolean, isGiftCard: boolean, discountedUnitPriceAfterAllDiscountsSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, priceAfterAllDiscountsBeforeTaxesSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, taxLines: Array<{ priceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }>, variant: { inventoryItem: { id: string, tracked: boolean } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, fulfillmentOrders: { nodes: Array<{ id: string, status: FulfillmentOrderStatus, requestStatus: FulfillmentOrderRequestStatus, lineItems: { nodes: Array<{ id: string, remainingQuantity: number, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, assignedLocation: { location: { id: string } | null }, supportedActions: Array<{ action: FulfillmentOrderAction }>, deliveryMethod: { methodType: DeliveryMethodType } | null, fulfillmentHolds: Array<{ id: string, handle: string | null, reason: FulfillmentHoldReason, heldByRequestingApp: boolean }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, fulfillments: Array<{ id: string, createdAt: string, status: FulfillmentStatus, displayStatus: FulfillmentDisplayStatus | null, inTransitAt: string | null, deliveredAt: string | null, fulfillmentLineItems: { nodes: Array<{ quantity: number | null, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, trackingInfo: Array<{ number: string | null }> }>, customer: { firstName: string | null } | null, shippingAddress: { firstName: string | null, countryCodeV2: CountryCode | null, provinceCode: string | null } | null, currentTotalPriceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, totalOutstandingSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, totalCapturableSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, totalRefundedSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, disputes: Array<{ status: DisputeStatus }>, risk: { recommendation: OrderRiskRecommendationResult, assessments: Array<{ riskLevel: RiskAssessmentResult }> }, paymentTerms: { id: string } | null, paymentCollectionDetails: { additionalPaymentCollectionUrl: string | null }, transactions: Array<{ id: string, kind: OrderTransactionKind, status: OrderTransactionStatus, gateway: string | null, createdAt: string, processedAt: string | null, authorizationExpiresAt: string | null, multiCapturable: boolean, errorCode: OrderTransactionErrorCode | null, shopifyPaymentsSet: { extendedAuthorizationSet: { standardAuthorizationExpiresAt: string, extendedAuthorizationExpiresAt: string } | null } | null, amountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, parentTransaction: { id: string } | null }> } | null };

export type ReadOrderLinesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type ReadOrderLinesQuery = { order: { updatedAt: string, lineItems: { nodes: Array<{ id: string, title: string, sku: string | null, quantity: number, currentQuantity: number, requiresShipping: boolean, isGiftCard: boolean, discountedUnitPriceAfterAllDiscountsSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, priceAfterAllDiscountsBeforeTaxesSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, taxLines: Array<{ priceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }>, variant: { inventoryItem: { id: string, tracked: boolean } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ReadOrderRoutingQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type ReadOrderRoutingQuery = { order: { updatedAt: string, fulfillmentOrders: { nodes: Array<{ id: string, status: FulfillmentOrderStatus, requestStatus: FulfillmentOrderRequestStatus, lineItems: { nodes: Array<{ id: string, remainingQuantity: number, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, assignedLocation: { location: { id: string } | null }, supportedActions: Array<{ action: FulfillmentOrderAction }>, deliveryMethod: { methodType: DeliveryMethodType } | null, fulfillmentHolds: Array<{ id: string, handle: string | null, reason: FulfillmentHoldReason, heldByRequestingApp: boolean }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ReadRoutedLinesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type ReadRoutedLinesQuery = { fulfillmentOrder: { lineItems: { nodes: Array<{ id: string, remainingQuantity: number, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ReadParcelLinesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type ReadParcelLinesQuery = { fulfillment: { fulfillmentLineItems: { nodes: Array<{ quantity: number | null, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ReadShopQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadShopQuery = { shop: { name: string, ianaTimezone: string, currencyCode: CurrencyCode, email: string } };

export type ReadAccessQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadAccessQuery = { currentAppInstallation: { accessScopes: Array<{ handle: string }> } };

export type ReadUpdatedAtQueryVariables = Exact<{
  id: string;
}>;


export type ReadUpdatedAtQuery = { order: { updatedAt: string } | null };

export type ReadStockQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type ReadStockQuery = { inventoryItem: { inventoryLevels: { nodes: Array<{ location: { id: string }, quantities: Array<{ name: string, quantity: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type FindOrderOfQueryVariables = Exact<{
  id: string;
}>;


export type FindOrderOfQuery = { fulfillmentOrder: { order: { id: string } } | null };

export type ListOpenOrdersQueryVariables = Exact<{
  query: string;
  after?: string | null | undefined;
}>;


export type ListOpenOrdersQuery = { orders: { nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ListChangedOrdersQueryVariables = Exact<{
  query: string;
  after?: string | null | undefined;
}>;


export type ListChangedOrdersQuery = { orders: { nodes: Array<{ id: string, updatedAt: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SuggestRefundQueryVariables = Exact<{
  id: string;
  lines: Array<RefundLineItemInput> | RefundLineItemInput;
}>;


export type SuggestRefundQuery = { order: { suggestedRefund: { suggestedTransactions: Array<{ amountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, parentTransaction: { id: string } | null }> } | null } | null };

export type RefundOrderMutationVariables = Exact<{
  input: RefundInput;
  key: string;
}>;


export type RefundOrderMutation = { refundCreate: { refund: { id: string, transactions: { nodes: Array<{ status: OrderTransactionStatus, errorCode: OrderTransactionErrorCode | null }> } } | null, userErrors: Array<{ message: string }> } | null };
