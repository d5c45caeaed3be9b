import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { Change } from '../../src/domain/user-product/change.js';
import type { Life } from './life.js';

/** What was asked in this life, oldest first, with what came of it until now. */
export async function changesIn(stores: ChangeStores, life: Life): Promise<readonly Change[]> {
  await life.news();
  const { accountId } = await life.current();
  return stores.changes.listByAccount(life.seeded.organisation.id, accountId);
}

/** An operator takes that change back. */
export function undo(life: Life, change: Change | undefined) {
  if (change === undefined) throw new Error('there is no such change');
  const organisationId = life.seeded.organisation.id;
  const requestedBy = 'operator:test';
  return life.useCases.undoChange({ organisationId, changeId: change.id, requestedBy });
}
