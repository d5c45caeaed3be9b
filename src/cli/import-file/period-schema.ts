import { z } from 'zod';
import { readAmount } from '../../application/import/read-amount.js';
import type { Currency, Money } from '../../domain/money/money.js';
import type { Interval, IntervalUnit } from '../../domain/time/interval.js';
import type { BillingTerms } from '../../domain/catalogue/billing-terms.js';
import { billingTermsMembers, readBillingTerms } from './billing-terms-schema.js';
import { codeText, currencyText, periodIdText, shortText } from './field-schemas.js';

export const periodTypeWord = z.enum(['recurring', 'limited', 'single']);

const terms = {
  payment_method: shortText,
  iteration_type: z.enum(['day', 'week', 'month', 'year']),
  iteration_length: z.int().min(1),
  price: z.string(),
  currency: currencyText,
  ...billingTermsMembers,
};

type TermsRow = z.output<z.ZodObject<typeof terms>>;
type Terms = {
  readonly paymentMethod: string;
  readonly interval: Interval;
  readonly price: Money;
  readonly name: string | null;
  readonly billing: BillingTerms;
};

function readTerms(given: TermsRow, context: z.RefinementCtx): Terms {
  const interval = readInterval(given, context);
  const price = readPrice(given, context);
  if (price === null) return z.NEVER;
  return {
    paymentMethod: given.payment_method,
    interval,
    price,
    name: given.name,
    billing: readBillingTerms(given, price, context),
  };
}

type Priced = { price: string; currency: Currency };

/** The price in minor units of its own currency; what is wrong with it is said at `price`, and it is null. */
function readPrice({ price, currency }: Priced, context: z.RefinementCtx): Money | null {
  const read = readAmount({ text: price, currency });
  if (read.ok) return read.amount;
  context.addIssue({ code: 'custom', path: ['price'], message: read.problem });
  return null;
}

/** Ten years of each: a subscription must end before the calendar does. */
const longestIteration = { day: 3_660, week: 520, month: 120, year: 10 } as const;

type Iterated = { iteration_type: IntervalUnit; iteration_length: number };

function readInterval(given: Iterated, context: z.RefinementCtx): Interval {
  const { iteration_type: unit, iteration_length: length } = given;
  if (length <= longestIteration[unit]) return { unit, length };
  const message = `must be at most ${String(longestIteration[unit])} where the iteration is a ${unit}`;
  context.addIssue({ code: 'custom', path: ['iteration_length'], message });
  return z.NEVER;
}

/** A payment period of a package; without an id it is given one later. */
export const periodRowSchema = z
  .strictObject({
    id: periodIdText.optional(),
    type: periodTypeWord,
    enabled: z.boolean().default(true),
    ...terms,
  })
  .transform((given, context) => ({
    id: given.id,
    type: given.type,
    enabled: given.enabled,
    ...readTerms(given, context),
  }));

/** The terms at which a subscription was sold elsewhere; its type is the subscription's unless given. */
const snapshotSchema = z
  .strictObject({ type: periodTypeWord.optional(), ...terms })
  .transform((given, context) => ({ type: given.type, ...readTerms(given, context) }));

/** Which period of which package, and at what terms where these are not the catalogue's. */
export const periodReference = {
  package_code: codeText,
  period_id: periodIdText,
  period_snapshot: snapshotSchema.nullish(),
};
