import { type BodyPart, faultyAt } from './body-part.js';

/** True or false. */
export const flagPart: BodyPart<boolean> = {
  printed: { type: 'boolean' },
  read: (sent, place) =>
    typeof sent === 'boolean' ? sent : faultyAt(place, { fault: 'wrong_type', type: 'boolean' }),
};

/** A whole number within these bounds. Example: `1.0` is 1 in JSON; `"1"` and 1.5 are none. */
export function wholePart(minimum: number, maximum: number): BodyPart<number> {
  return {
    printed: { type: 'integer', minimum, maximum },
    read: (sent, place) => {
      if (!Number.isInteger(sent)) {
        return faultyAt(place, { fault: 'wrong_type', type: 'integer' });
      }
      const value = sent as number;
      const isWithin = value >= minimum && value <= maximum;
      // Without the sign of -0, which JSON has and no answer prints.
      return isWithin ? value + 0 : faultyAt(place, { fault: 'out_of_range', minimum, maximum });
    },
  };
}

/** No control character, and no half of a surrogate pair, which no encoding can store. */
const printable = /^[^\u0000-\u001f\u007f\ud800-\udfff]*$/u;

/**
 * Text of so many characters, as JSON Schema counts them: an emoji is one. Empty text is blank where it must not be; what
 * is nothing but space is text.
 */
export function textPart(minLength: number, maxLength: number): BodyPart<string> {
  return {
    printed: { type: 'string', minLength, maxLength, pattern: printable.source },
    read: (sent, place) => {
      if (typeof sent !== 'string') {
        return faultyAt(place, { fault: 'wrong_type', type: 'string' });
      }
      if (sent === '' && minLength > 0) return faultyAt(place, { fault: 'blank' });
      const length = lengthUpTo(maxLength + 1, sent);
      if (length > maxLength) return faultyAt(place, { fault: 'too_long', maxLength });
      if (length < minLength) return faultyAt(place, { fault: 'too_short', minLength });
      return printable.test(sent) ? sent : faultyAt(place, { fault: 'malformed' });
    },
  };
}

/** In characters, no further than that. */
function lengthUpTo(most: number, text: string): number {
  return Array.from(text.slice(0, 2 * most)).length;
}

/** Text that matches, which a client is told in words. */
export function matchingPart(pattern: RegExp, maxLength: number): BodyPart<string> {
  const text = textPart(1, maxLength);
  return {
    printed: { ...text.printed, pattern: pattern.source },
    read: (sent, place) => {
      const value = text.read(sent, place);
      if (typeof value !== 'string' || pattern.test(value)) return value;
      return faultyAt(place, { fault: 'malformed' });
    },
  };
}

/** One of a few words. */
export function wordPart<const Word extends string>(words: readonly Word[]): BodyPart<Word> {
  return {
    printed: { type: 'string', enum: words },
    read: (sent, place) => {
      if (typeof sent !== 'string') {
        return faultyAt(place, { fault: 'wrong_type', type: 'string' });
      }
      if (sent === '') return faultyAt(place, { fault: 'blank' });
      const word = words.find((it) => it === sent);
      return word ?? faultyAt(place, { fault: 'no_choice', words });
    },
  };
}

/** The same, or null. */
export function mayBeNull<Value>(part: BodyPart<Value>): BodyPart<Value | null> {
  return {
    printed: { anyOf: [part.printed, { type: 'null' }] },
    read: (sent, place) => (sent === null ? null : part.read(sent, place)),
  };
}
