import { isDeepStrictEqual } from 'node:util';
import type {
  Organisation,
  OrganisationRemoval,
  OrganisationStore,
} from '../../../src/application/ports/organisation-store.js';
import { defaultPageSettings } from '../../../src/domain/portal/portal-settings.js';
import { type Memory, type OrganisationRow, type Owned, removeRows } from './memory.js';
import { inOneStep } from './one-step.js';

/** Organisations by id. */
export function makeOrganisationStore({ organisations }: Memory): OrganisationStore {
  return inOneStep<OrganisationStore>({
    find: (id) => {
      const row = organisations.get(id);
      return row === undefined ? null : organisationOf(row);
    },

    list: () =>
      [...organisations.values()].map(organisationOf).toSorted((a, b) => (a.id < b.id ? -1 : 1)),

    readPages: (id) => organisations.get(id)?.pages ?? null,

    replacePages: (id, { seen, next }) => {
      const row = organisations.get(id);
      const isSeen = row !== undefined && isDeepStrictEqual({ ...row.pages, ...seen }, row.pages);
      if (isSeen) organisations.set(id, { ...row, pages: { ...row.pages, ...next } });
      return isSeen;
    },

    save: ({ id, name, timeZone, currency, live, prorationGrain, pages }) => {
      const before = organisations.get(id);
      const next: OrganisationRow = {
        ...{ id, name, timeZone, currency, prorationGrain },
        live: live || before?.live === true,
        ...keptOf(before),
        pages: { ...(before?.pages ?? defaultPageSettings), ...pages },
      };
      organisations.set(id, next);
      return !isDeepStrictEqual(before, next);
    },

    readClock: (id) => {
      const row = organisations.get(id);
      if (row === undefined) return null;
      return {
        testClockAt: organisationOf(row).testClockAt,
        heldUntil: row.periodEnds?.until ?? null,
      };
    },

    holdPeriodEnds: (id, { holder, now, until }) => {
      const row = organisations.get(id);
      if (row === undefined) return false;
      const { periodEnds } = row;
      const isFree = periodEnds === null || periodEnds.holder === holder || periodEnds.until <= now;
      if (isFree) organisations.set(id, { ...row, periodEnds: { holder, until } });
      return isFree;
    },

    releasePeriodEnds: (id, holder) => {
      const row = organisations.get(id);
      if (row?.periodEnds?.holder === holder) organisations.set(id, { ...row, periodEnds: null });
    },

    listHeld: (now) =>
      [...organisations.values()]
        .filter(({ periodEnds }) => periodEnds !== null && periodEnds.until > now)
        .map(({ id }) => id),

    setTestClock: (id, at) => {
      const row = organisations.get(id);
      if (row === undefined || row.live || (row.testClockAt ?? -Infinity) > at) return false;
      organisations.set(id, { ...row, testClockAt: at });
      return true;
    },
  });
}

/** What no save changes. */
function keptOf(before: OrganisationRow | undefined) {
  return {
    testClockAt: before?.testClockAt ?? null,
    logStartsAt: before?.logStartsAt ?? 1,
    periodEnds: before?.periodEnds ?? null,
  };
}

/** Takes a whole organisation out. */
export function makeOrganisationRemoval(memory: Memory): OrganisationRemoval {
  const { organisations, operators, auditEntries, ...owned } = memory;

  return inOneStep<OrganisationRemoval>({
    remove: (organisationId) => {
      const counts = Object.values(owned).map((rows: Map<string, Owned<unknown>>) =>
        removeRows(rows, organisationId, () => true),
      );
      const entries = [...auditEntries.values()].filter(
        (it) => it.organisationId === organisationId,
      );
      for (const { id } of entries) auditEntries.delete(id);
      const own = (organisations.delete(organisationId) ? 1 : 0) + entries.length;
      return counts.reduce((sum, count) => sum + count, own);
    },
  });
}

/** A live organisation never has a clock of its own: one set before it went live is not looked at. */
function organisationOf({ logStartsAt, periodEnds, pages, ...row }: OrganisationRow): Organisation {
  return { ...row, testClockAt: row.live ? null : row.testClockAt };
}
