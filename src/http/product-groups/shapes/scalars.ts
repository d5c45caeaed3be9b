import { z } from 'zod';
import { decimalsOf } from '../../../domain/money/currency.js';
import type { Money } from '../../../domain/money/money.js';

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Frozen<T[Name]> }
    : T;

/** What an answer of this schema holds. */
export type Printed<Schema extends z.ZodType> = Frozen<z.infer<Schema>>;

const hex = z.string().regex(/^[a-f\d]{24}$/);

/** Without a name: generators forget the null of a named text. */
export const maybeResourceId = hex.nullable();

export const resourceId = hex.meta({
  id: 'ResourceId',
  description: '24 hexadecimal digits in lower case',
});

/** ISO 8601 in UTC. */
export const utcInstant = z.iso.datetime({ offset: true });

export const version = z
  .int()
  .min(1)
  .meta({ description: 'Counts its writes; what `If-Match` takes' });

export const currencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ description: 'ISO 4217' });

export const moneyShape = z
  .strictObject({ amount: z.int(), precision: z.int().min(0), currencyCode })
  .meta({
    id: 'Money',
    description: 'Minor units of the currency, and how many decimals those are',
  });

/**
 * An amount as this API prints it (docs/spec/product-groups-api.md §1).
 * Example: 49.00 EUR is `{"amount": 4900, "precision": 2, "currencyCode": "EUR"}`.
 */
export function toMoneyItem({ amountMinor, currency }: Money): Printed<typeof moneyShape> {
  return { amount: amountMinor, precision: decimalsOf(currency), currencyCode: currency };
}

export const recordFields = { version, createdAt: utcInstant, updatedAt: utcInstant } as const;

export const planPrice = z
  .strictObject({ amount: z.int().min(0) })
  .meta({ id: 'PlanPrice', description: 'Minor units of the `currencyCode` beside it' });

export const interval = z
  .string()
  .regex(/^[1-9]\d*[DWMY]$/)
  .meta({ description: 'Days, weeks, months or years, as in `1M`' });

export const namedResource = z
  .strictObject({ id: resourceId, name: z.string() })
  .meta({ id: 'NamedResource' });
