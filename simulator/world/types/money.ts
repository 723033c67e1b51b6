/* What is owed, taken and given back. */

/** An amount in the shop's currency and in the one that the customer saw. Decimal strings, never floats. */
export interface Bag {
  readonly shop: string;
  readonly presentment: string;
}

export type TransactionKind = 'AUTHORIZATION' | 'CAPTURE' | 'REFUND' | 'SALE' | 'VOID';
export type TransactionStatus = 'SUCCESS' | 'PENDING' | 'FAILURE' | 'ERROR';

export interface Transaction {
  id: string;
  kind: TransactionKind;
  status: TransactionStatus;
  gateway: string;
  amount: Bag;
  parentId: string | null;
  createdAt: string;
  processedAt: string | null;
  errorCode: string | null;
  /** Authorizations only: until when the money can be taken, and whether it still can. */
  expiresAt: string | null;
  /** Extended authorizations only: from then on a capture costs a fee. */
  feeFrom: string | null;
  ended: 'voided' | 'expired' | 'captured' | null;
  multiCapturable: boolean;
  test: boolean;
}

export interface Refund {
  id: string;
  orderId: string;
  note: string | null;
  createdAt: string;
  amount: Bag;
  lines: {
    id: string;
    lineId: string;
    quantity: number;
    restockType: string;
    locationId: string | null;
    subtotal: Bag;
  }[];
  transactionIds: string[];
}

export interface Dispute {
  id: string;
  initiatedAs: 'CHARGEBACK' | 'INQUIRY';
  status: 'NEEDS_RESPONSE' | 'UNDER_REVIEW' | 'WON' | 'LOST' | 'ACCEPTED' | 'PREVENTED';
}

export type TermsType = 'RECEIPT' | 'FULFILLMENT' | 'NET' | 'FIXED';

export interface PaymentTerms {
  id: string;
  type: TermsType;
  name: string;
  dueInDays: number | null;
  issuedAt: string | null;
  dueAt: string | null;
}
