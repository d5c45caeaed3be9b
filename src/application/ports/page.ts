/** One page of a list: pages count from 1, and none of it is a page too. */
export type PageQuery = { readonly page: number; readonly limit: number };

export type ListDirection = 'asc' | 'desc';

/** What a list is ordered by. Ties: by id, in the same direction. */
export type ListOrder<Field extends string> = {
  readonly by: Field;
  readonly direction: ListDirection;
};

/** A page, and how many there are on all pages. A page beyond the last is empty. */
export type Page<Item> = { readonly items: readonly Item[]; readonly totalItems: number };

/** How many items stand before a page. Example: before the third page of 30, 60. */
export function itemsBefore({ page, limit }: PageQuery): number {
  return (page - 1) * limit;
}
