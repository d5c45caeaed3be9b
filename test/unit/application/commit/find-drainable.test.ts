import { expect, test } from '@jest/globals';
import { findDrainable } from '../../../../src/application/commit/find-drainable.js';
import type { UnreadableUserProduct } from '../../../../src/application/ports/failures.js';
import type { StoredUserProduct } from '../../../../src/application/ports/user-product-store.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import { newId } from '../../../support/stored/ids.js';
import { buildRow } from '../../../support/stored/build-row.js';

const rest = { successor: null, dueBlocked: false, keptAnswers: [] };

test('What waits is found, and what cannot be read is set aside beside it', async () => {
  const organisationId = newId<OrganisationId>();
  const row: StoredUserProduct = { product: buildRow(), outbox: [], recentChanges: [], ...rest };
  const broken: UnreadableUserProduct = {
    id: newId(),
    organisationId,
    accountId: newId(),
    error: new Error('bad'),
  };
  const asked: unknown[] = [];
  const setAside: UnreadableUserProduct[] = [];
  const rows = await findDrainable(
    {
      outboxes: {
        findDrainable: ({ onUnreadable, ...page }) => {
          asked.push(page);
          onUnreadable?.(broken);
          return Promise.resolve([row]);
        },
      },
      setAside: {
        unreadable: (it) => {
          setAside.push(it);
          return Promise.resolve();
        },
      },
    },
    { organisationId, limit: 7 },
  );
  expect(rows).toEqual([row]);
  expect(asked).toEqual([{ organisationId, limit: 7 }]);
  expect(setAside).toEqual([broken]);
});
