import { setImmediate as turnOfLoop } from 'node:timers/promises';

const atOnce = 100;

/** As `map`; behind each 100 everybody else gets a turn, so that one long list does not hold up all other requests. */
export async function mapInTurns<Item, Mapped>(
  items: readonly Item[],
  map: (item: Item) => Mapped,
): Promise<Mapped[]> {
  const mapped: Mapped[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    if (from > 0) await turnOfLoop();
    for (const item of items.slice(from, from + atOnce)) mapped.push(map(item));
  }
  return mapped;
}
