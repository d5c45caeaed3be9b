import type { AccountErasure } from '../../../src/application/ports/account-erasure.js';
import type { PageOwner } from '../../../src/application/ports/page-access-store.js';
import { type Memory, removeRows, rowOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** Takes what is an account's out, for ever. */
export function makeAccountErasure(memory: Memory): AccountErasure {
  const { accounts, carts, changes, events, pageLinks, pageSessions, userProducts } = memory;

  return inOneStep<AccountErasure>({
    eraseEvents: (organisationId, { accountId, after, through }) => {
      const meant = [...events].filter(
        ([, { organisationId: owner, row }]) =>
          owner === organisationId &&
          row.position > after &&
          row.position <= through &&
          row.event.accountId === accountId &&
          row.erased !== true,
      );
      for (const [key, { row }] of meant) {
        const event = { ...row.event, before: null, after: null };
        events.set(key, { organisationId, row: { ...row, event, erased: true } });
      }
      return meant.length;
    },

    removeCarts: (organisationId, accountId) =>
      removeRows(carts, organisationId, (it) => it.accountId === accountId),

    removePageAccess: (organisationId, accountId) => {
      const isMeant = ({ owner }: { readonly owner: PageOwner }) =>
        owner.kind === 'portal' && owner.accountId === accountId;
      const links = removeRows(pageLinks, organisationId, isMeant);
      return links + removeRows(pageSessions, organisationId, isMeant);
    },

    removeChanges: (organisationId, accountId) =>
      removeRows(changes, organisationId, (it) => it.accountId === accountId),

    removeUserProducts: (organisationId, rows) =>
      removeRows(userProducts, organisationId, ({ product }) =>
        rows.some(({ id, version }) => product.id === id && product.version === version),
      ),

    removeAccount: (organisationId, accountId) => {
      if (rowOf(accounts, organisationId, accountId) !== null) accounts.delete(accountId);
    },
  });
}
