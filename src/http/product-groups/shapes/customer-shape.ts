import { z } from 'zod';
import type { AccountRecord } from '../../../application/ports/account-store.js';
import { utcText } from '../instants.js';
import { type Printed, resourceId, utcInstant, version } from './scalars.js';

export const customerShape = z
  .strictObject({
    id: resourceId,
    customerNumber: z.string().nullable(),
    version,
    createdAt: utcInstant,
  })
  .meta({ id: 'Customer', description: 'An account; nothing personal is held here' });

/** An account (docs/spec/product-groups-api.md §4). */
export function toCustomerItem(account: AccountRecord): Printed<typeof customerShape> {
  const { id, customerNumber, version: counted, createdAt } = account;
  return { id, customerNumber, version: counted, createdAt: utcText(createdAt) };
}
