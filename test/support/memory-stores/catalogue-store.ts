import { isDeepStrictEqual } from 'node:util';
import type { CatalogueStore } from '../../../src/application/ports/catalogue-store.js';
import type { Package } from '../../../src/domain/catalogue/package.js';
import type { OrganisationId } from '../../../src/domain/ids.js';
import { type Memory, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** Packages by id. Codes are unique in an organisation: taking another's code or id throws. */
export function makeCatalogueStore({ packages }: Memory): CatalogueStore {
  const isTaken = (organisationId: OrganisationId, { id, code }: Package): boolean => {
    const isAnothers = packages.has(id) && packages.get(id)?.organisationId !== organisationId;
    const own = rowsOf(packages, organisationId);
    return isAnothers || own.some((it) => it.code === code && it.id !== id);
  };

  return inOneStep<CatalogueStore>({
    listPackages: (organisationId) =>
      rowsOf(packages, organisationId).toSorted((a, b) => (a.code < b.code ? -1 : 1)),

    savePackages: (organisationId, given) => {
      let saved = 0;
      for (const row of given) {
        if (isTaken(organisationId, row)) throw new Error(`E11000 duplicate key: ${row.code}`);
        if (isDeepStrictEqual(packages.get(row.id)?.row, row)) continue;
        packages.set(row.id, { organisationId, row });
        saved += 1;
      }
      return saved;
    },
  });
}
