import type { PaymentPeriod } from '../../../domain/catalogue/package.js';
import type { PackageId, PaymentPeriodId, TierId } from '../../../domain/ids.js';
import { toId } from '../../../domain/ids.js';
import { guardFields } from '../keyed-form.js';
import type { PageField } from '../page-route.js';

/** What a visitor has chosen, as a form names it. */
export type Chosen = {
  /** A tier or a package, and one of its payment periods. */
  readonly value: string;
  /** Null: the quantity of now. */
  readonly quantity: number | null;
};

/** What a form names: a tier or a package, and one of its payment periods. */
export const choicePattern = /^[\da-f]{24}\.[\da-f]{24}$/;
const quantityPattern = /^[1-9]\d{0,6}$/;
const shownText = 1_000;

export const choiceFields: readonly PageField[] = [
  { name: 'choice', maxLength: 49, pattern: choicePattern },
  { name: 'quantity', maxLength: 7, pattern: quantityPattern },
];

/** What the form of a confirm page sends: the choice, what binds it, and what its page had said. */
export const orderFields: readonly PageField[] = [
  ...guardFields,
  { name: 'choice', maxLength: 49, pattern: choicePattern, isRequired: true },
  { name: 'quantity', maxLength: 7, pattern: quantityPattern },
  { name: 'quote', maxLength: 4_096, isRequired: true },
  { name: 'seenFrom', maxLength: shownText },
  { name: 'seenNow', maxLength: shownText },
  { name: 'seenThen', maxLength: shownText },
  { name: 'seenWhen', maxLength: shownText },
];

export function choiceValue(of: TierId | PackageId, { id }: PaymentPeriod): string {
  return `${of}.${id}`;
}

/** The tier or package, and the payment period, that a choice names. */
export function choiceParts({ value }: Pick<Chosen, 'value'>): {
  readonly of: string;
  readonly periodId: PaymentPeriodId;
} {
  const [of = '', period = ''] = value.split('.');
  return { of, periodId: toId<PaymentPeriodId>(period) };
}

/** The choice and the quantity in a query or a form; null where they are none. */
export function chosenIn(fields: Readonly<Record<string, string>>): Chosen | null {
  const { choice, quantity } = fields;
  if (choice === undefined) return null;
  return { value: choice, quantity: quantity === undefined ? null : Number(quantity) };
}
