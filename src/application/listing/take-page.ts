import { itemsBefore, type Page, type PageQuery } from '../ports/page.js';

/** That page of a list that is in memory. Example: of 1, 2, 3 the second page of 2 is 3, of 3 in all. */
export function takePage<Item>(items: readonly Item[], query: PageQuery): Page<Item> {
  const from = itemsBefore(query);
  return { items: items.slice(from, from + query.limit), totalItems: items.length };
}
