/* What is sold, and where it lies. */

export interface Location {
  id: string;
  name: string;
  countryCode: string;
  /** A third party's location needs the third-party scopes; the merchant's own the merchant-managed ones. */
  kind: 'merchant' | 'third-party';
  active: boolean;
  createdAt: string;
}

export interface Level {
  itemId: string;
  locationId: string;
  available: number;
  committed: number;
  incoming: number;
  reserved: number;
  damaged: number;
  safety_stock: number;
  quality_control: number;
  /** False: the item is no longer stocked there. The level keeps its numbers. */
  active: boolean;
  updatedAt: string;
}

export interface Product {
  id: string;
  variantId: string;
  itemId: string;
  sku: string;
  title: string;
  vendor: string;
  price: string;
  tags: string[];
  tracked: boolean;
  requiresShipping: boolean;
  giftCard: boolean;
  inventoryPolicy: 'DENY' | 'CONTINUE';
  createdAt: string;
  updatedAt: string;
}
