import type { Customer, Order } from '../../world/types';
import { connection } from '../connection';
import type { Context, View } from '../context';
import { legacyId, metafieldFields } from './basics';
import { orderView } from './order';

export function customerView(ctx: Context, c: Customer): View {
  const personal = ctx.shop.protectedData;
  const name = [c.firstName, c.lastName].filter(Boolean).join(' ');
  return {
    __typename: 'Customer',
    id: c.id,
    legacyResourceId: legacyId(c.id),
    locale: c.locale,
    state: c.account ? 'ENABLED' : 'DISABLED',
    createdAt: c.createdAt,
    updatedAt: c.createdAt,
    verifiedEmail: true,
    tags: [],
    displayName: personal ? name || (c.email ?? c.phone ?? '') : '',
    firstName: personal ? c.firstName : null,
    lastName: personal ? c.lastName : null,
    email: personal ? c.email : null,
    phone: personal ? c.phone : null,
    numberOfOrders: String(ctx.shop.orders.filter((order) => order.customerId === c.id).length),
    defaultEmailAddress:
      personal && c.email
        ? { __typename: 'CustomerEmailAddress', emailAddress: c.email, validFormat: true }
        : null,
    defaultPhoneNumber:
      personal && c.phone ? { __typename: 'CustomerPhoneNumber', phoneNumber: c.phone } : null,
    ...metafieldFields([]),
    orders: connection(
      'Order',
      ctx.shop.orders.filter(
        (order) => order.customerId === c.id && ctx.world.visible(ctx.shop, order),
      ),
      (order) => orderView(ctx, order),
    ),
  };
}

/** Without access to customers' data: country, province and time zone, and nothing of the person. */
export function addressView(ctx: Context, order: Order): View | null {
  const a = order.address;
  if (!a) return null;
  const personal = ctx.shop.protectedData;
  return {
    __typename: 'MailingAddress',
    id: `${a.id}?model_name=Address`,
    countryCodeV2: a.countryCode,
    countryCode: a.countryCode,
    country: a.countryCode,
    provinceCode: a.provinceCode,
    province: a.provinceCode,
    coordinatesValidated: false,
    city: personal ? a.city : null,
    zip: personal ? a.zip : null,
    timeZone: a.timeZone,
    formatted: [a.city, a.countryCode].filter((part) => part !== null && personal),
    formattedArea: a.countryCode,
    firstName: personal ? a.firstName : null,
    lastName: personal ? a.lastName : null,
    name: personal ? [a.firstName, a.lastName].filter(Boolean).join(' ') : null,
  };
}
