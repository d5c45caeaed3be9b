import { z } from 'zod';
import { type FaultAlone, tellFault } from './tell-fault.js';

/** A field that must be there. Null is blank in it; in one that may be left out, null is of the wrong type. */
export function must<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((sent, context) => {
    if (sent === null) tellFault(context, { fault: 'blank' });
    return sent;
  }, schema);
}

/** A whole number within these bounds. Example: `1.0` is 1 in JSON; `"1"` and 1.5 are none. */
export function wholePart(minimum: number, maximum: number) {
  return z
    .number()
    .superRefine((sent, context) => {
      if (!Number.isInteger(sent)) tellFault(context, { fault: 'wrong_type', type: 'integer' });
      else if (sent < minimum || sent > maximum) {
        tellFault(context, { fault: 'out_of_range', minimum, maximum });
      }
    })
    .overwrite(withoutNegativeZero)
    .meta({ type: 'integer', minimum, maximum });
}

/** JSON has the sign of -0, and no answer prints it. */
function withoutNegativeZero(value: number): number {
  return value + 0;
}

/** No control character, and no half of a surrogate pair, which no encoding can store. */
const printable = /^[^\u0000-\u001f\u007f\ud800-\udfff]*$/u;

/**
 * Text of so many characters, as JSON Schema counts them: an emoji is one, where zod's own `max` counts two. Empty text is
 * blank where it must not be; what is nothing but space is text.
 */
export function textPart(minLength: number, maxLength: number, pattern = printable) {
  const faultOf = (sent: string): FaultAlone | null => {
    const length = lengthUpTo(maxLength + 1, sent);
    if (length > maxLength) return { fault: 'too_long', maxLength };
    if (length < minLength) return { fault: 'too_short', minLength };
    return pattern.test(sent) ? null : { fault: 'malformed' };
  };
  return z
    .string()
    .superRefine((sent, context) => {
      const fault = faultOf(sent);
      if (fault !== null) tellFault(context, fault);
    })
    .meta({ minLength, maxLength, pattern: pattern.source });
}

/** In characters, no further than that. */
function lengthUpTo(most: number, sent: string): number {
  return Array.from(sent.slice(0, 2 * most)).length;
}

/** Text of that form which stands for something: null where it stands for nothing. */
export function readablePart<Value>(pattern: RegExp, read: (sent: string) => Value | null) {
  return z
    .string()
    .regex(pattern)
    .transform((sent, context) => {
      const value = read(sent);
      if (value !== null) return value;
      tellFault(context, { fault: 'malformed' });
      return z.NEVER;
    });
}
