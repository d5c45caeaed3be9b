import type { UnreadableUserProduct } from '../ports/failures.js';
import type { OutboxStore, StoredUserProduct } from '../ports/user-product-store.js';
import type { SetAside } from './set-aside.js';

type FindDrainableDeps = {
  readonly outboxes: Pick<OutboxStore, 'findDrainable'>;
  readonly setAside: Pick<SetAside, 'unreadable'>;
};

/** A page of the rows whose outbox waits; one that cannot be read is set aside and does not hold up the others. */
export async function findDrainable(
  { outboxes, setAside }: FindDrainableDeps,
  page: Omit<Parameters<OutboxStore['findDrainable']>[0], 'onUnreadable'>,
): Promise<readonly StoredUserProduct[]> {
  const unreadable: UnreadableUserProduct[] = [];
  const onUnreadable = (it: UnreadableUserProduct) => unreadable.push(it);
  const rows = await outboxes.findDrainable({ ...page, onUnreadable });
  for (const it of unreadable) await setAside.unreadable(it);
  return rows;
}
