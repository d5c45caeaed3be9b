import type { ListDirection } from '../ports/page.js';

type Ordered = { readonly id: string; readonly key: string | number };

/**
 * A list in the order of a key, ties by id (docs/spec/product-groups-api.md §1); one way it is the reverse of the other.
 * Texts go by their code units, so that every process orders them alike.
 */
export function inOrder<Item>(
  items: readonly Item[],
  orderedBy: (item: Item) => Ordered,
  direction: ListDirection,
): readonly Item[] {
  const sign = direction === 'asc' ? 1 : -1;
  return items
    .map((item) => ({ item, by: orderedBy(item) }))
    .toSorted((a, b) => sign * (compare(a.by.key, b.by.key) || compare(a.by.id, b.by.id)))
    .map(({ item }) => item);
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
