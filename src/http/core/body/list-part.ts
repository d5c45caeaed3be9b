import { type BodyPart, type Faulty, faulty, faultyAt, itemAt, type Place } from './body-part.js';
import type { AfterField, ObjectPart } from './object-part.js';

/** How many items a list may have. */
type Size = { readonly minItems: number; readonly maxItems: number };

/**
 * Items in order, each once: one that is there again is told where it is. A list that is too long is told as that, and
 * its items are not looked at.
 */
export function setPart<Item extends string | number>(
  item: BodyPart<Item>,
  size: Size,
): BodyPart<readonly Item[]> {
  return {
    printed: { type: 'array', items: item.printed, ...size },
    read: (sent, place) => {
      const seen = new Set<Item>();
      return readItems(sent, { place, size }, (it, at) => {
        const value = item.read(it, at);
        if (value === faulty) return faulty;
        if (seen.has(value)) return faultyAt(at, { fault: 'duplicate' });
        seen.add(value);
        return value;
      });
    },
  };
}

/** Rows in order; of each of the fields that are named, a value may be in one row only. */
export function rowsPart<Row>(
  row: ObjectPart<Row>,
  size: Size,
  onceEach: readonly (keyof Row & string)[],
): BodyPart<readonly Row[]> {
  return {
    printed: { type: 'array', items: row.printed, ...size },
    read: (sent, place) => {
      const seen = new Map<string, Set<unknown>>(onceEach.map((name) => [name, new Set()]));
      const tellAgain: AfterField = (name, value, at) => {
        const before = seen.get(name);
        if (before?.has(value)) faultyAt(at, { fault: 'duplicate' });
        before?.add(value);
      };
      return readItems(sent, { place, size }, (it, at) => row.readFields(it, at, tellAgain));
    },
  };
}

type Bounded = { readonly place: Place; readonly size: Size };

function readItems<Item>(
  sent: unknown,
  { place, size: { minItems, maxItems } }: Bounded,
  read: (sent: unknown, place: Place) => Item | Faulty,
): readonly Item[] | Faulty {
  if (!Array.isArray(sent)) return faultyAt(place, { fault: 'wrong_type', type: 'list' });
  if (sent.length > maxItems) return faultyAt(place, { fault: 'too_many_items', maxItems });
  if (sent.length < minItems) return faultyAt(place, { fault: 'too_few_items', minItems });
  const items = sent.map((it: unknown, index) => read(it, itemAt(place, index)));
  return items.includes(faulty) ? faulty : (items as Item[]);
}
