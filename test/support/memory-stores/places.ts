import type { Places } from '../../../src/application/ports/places.js';
import type { AccountId, OrganisationId } from '../../../src/domain/ids.js';
import type { Instant } from '../../../src/domain/time/instant.js';
import { type Memory, rowOf, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

const unusedAfterMs = 60_000;

type Owned<OwnerId> = {
  readonly isThere: (organisationId: OrganisationId, owner: OwnerId) => boolean;
  readonly count: (organisationId: OrganisationId, owner: OwnerId) => number;
};

/** The places that an account has for user products. */
export function makeProductPlaces({ accounts, userProducts }: Memory): Places<AccountId> {
  return makePlaces({
    isThere: (organisationId, accountId) => rowOf(accounts, organisationId, accountId) !== null,
    count: (organisationId, accountId) =>
      rowsOf(userProducts, organisationId).filter((it) => it.product.accountId === accountId)
        .length,
  });
}

/** The places that an organisation has for webhook endpoints. */
export function makeWebhookPlaces(memory: Memory): Places<OrganisationId> {
  return makePlaces({
    isThere: (organisationId) => memory.organisations.has(organisationId),
    count: (organisationId) => rowsOf(memory.webhookEndpoints, organisationId).length,
  });
}

function makePlaces<OwnerId extends string>(owned: Owned<OwnerId>): Places<OwnerId> {
  const places = new Map<string, { readonly taken: number; readonly at: Instant }>();
  return inOneStep<Places<OwnerId>>({
    take: (organisationId, owner, { most, now }) => {
      if (!owned.isThere(organisationId, owner)) return 'no_owner';
      const before = places.get(owner);
      const isCounted = before !== undefined && before.taken < most;
      if (!isCounted && before !== undefined && now - before.at < unusedAfterMs) return 'full';
      const taken = isCounted ? before.taken : owned.count(organisationId, owner);
      if (taken >= most) return 'full';
      places.set(owner, { taken: taken + 1, at: now });
      return 'taken';
    },

    free: (organisationId, owner) => {
      const before = places.get(owner);
      if (before === undefined || before.taken === 0 || !owned.isThere(organisationId, owner)) {
        return;
      }
      places.set(owner, { ...before, taken: before.taken - 1 });
    },

    forget: (organisationId, owners) => {
      for (const owner of owners) {
        if (owned.isThere(organisationId, owner)) places.delete(owner);
      }
    },
  });
}
