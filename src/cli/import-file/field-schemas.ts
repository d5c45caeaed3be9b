import { z } from 'zod';
import {
  parseId,
  type AccountId,
  type DocumentId,
  type OrganisationId,
  type PackageId,
  type PaymentPeriodId,
  type ProductGroupId,
  type TierId,
  type UserProductId,
  type WebhookEndpointId,
} from '../../domain/ids.js';
import { largestQuantity } from '../../domain/catalogue/billing-terms.js';
import { parseCurrency } from '../../domain/money/currency.js';
import { isImportable } from '../../application/import/importable-instant.js';
import type { ImportDate } from '../../application/import/organisation-import.js';
import { parseInstant } from '../../domain/time/instant-text.js';
import { parseRelativeDate } from '../../domain/time/relative-date.js';
import { isTimeZone } from '../../domain/time/time-zone.js';

/** A text that a parser of the domain reads; the problem is what is said of any other. */
function parsedText<Value>(parse: (raw: string) => Value | null, problem: string) {
  return z.string().transform((raw, context) => {
    const value = parse(raw);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
}

const id = 'must be 24 hexadecimal characters';
export const organisationIdText = parsedText((raw) => parseId<OrganisationId>(raw), id);
export const packageIdText = parsedText((raw) => parseId<PackageId>(raw), id);
export const accountIdText = parsedText((raw) => parseId<AccountId>(raw), id);
export const userProductIdText = parsedText((raw) => parseId<UserProductId>(raw), id);
export const periodIdText = parsedText((raw) => parseId<PaymentPeriodId>(raw), id);
export const productGroupIdText = parsedText((raw) => parseId<ProductGroupId>(raw), id);
export const tierIdText = parsedText((raw) => parseId<TierId>(raw), id);
export const webhookEndpointIdText = parsedText((raw) => parseId<WebhookEndpointId>(raw), id);
export const documentIdText = parsedText((raw) => parseId<DocumentId>(raw), id);

/** How many of something are had. */
export const quantityNumber = z.int().min(1).max(largestQuantity);

/** Half of a surrogate pair cannot be stored: it would become another character, silently. */
export const wholeText = z
  .string()
  .refine((it) => !/\p{Cs}/u.test(it), 'must not hold half of a surrogate pair')
  .min(1);
export const shortText = wholeText.max(255);
export const codeText = wholeText.max(50);

export const currencyText = parsedText(
  parseCurrency,
  'must be a currency of ISO 4217, such as SEK',
);

export const timeZoneText = parsedText(
  (raw) => (isTimeZone(raw) ? raw : null),
  'must be an IANA time zone, such as Europe/Stockholm',
);

/** Years that a period may begin or end in and still be followed by others. */
const outOfYears = 'must be within the years 1970 to 9000';

function withinYears<Value extends ImportDate>(date: Value, context: z.RefinementCtx): Value {
  if (typeof date === 'number' && !isImportable(date)) {
    context.addIssue({ code: 'custom', message: outOfYears });
  }
  return date;
}

export const instantText = parsedText(
  parseInstant,
  'must be an ISO 8601 date and time with an offset or Z',
).transform(withinYears);

/** An instant, or so far from the organisation's now: `-10D`, `+1M`. Years are bounded, so that the sum is a date. */
export const dateText = parsedText((raw) => {
  const relative = parseRelativeDate(raw);
  if (relative === null) return parseInstant(raw);
  return relative.unit === 'year' && Math.abs(relative.amount) > 1_000 ? null : relative;
}, 'must be an ISO 8601 date and time with an offset or Z, or relative: -10D, +1M').transform(
  withinYears,
);

/** Absent is null. */
export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? null);
}
