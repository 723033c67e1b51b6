import { z } from 'zod';
import type { CurrencyCode } from './generated/admin';

/** Shopify's list of currencies grows; three letters are what it checks too. */
const Currency = z.custom<CurrencyCode>((code) => /^[A-Z]{3}$/.test(String(code)));

export const parseCurrency = (code: string): CurrencyCode => Currency.parse(code);
