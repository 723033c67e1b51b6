/* Who acts, and who buys. */

export type Actor = 'app' | 'shopify' | 'merchant' | 'customer' | 'other-app';

export interface Customer {
  id: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  locale: string;
  account: boolean;
  createdAt: string;
}

export interface Address {
  id: string;
  firstName: string | null;
  lastName: string | null;
  countryCode: string;
  provinceCode: string | null;
  city: string | null;
  zip: string | null;
  timeZone: string | null;
}
