import type {
  CatalogueStore,
  RevisedPackageStore,
} from '../../../src/application/ports/catalogue-store.js';
import type { Package } from '../../../src/domain/catalogue/package.js';
import {
  firstRevision,
  nextRevision,
  type RevisedPackage,
} from '../../../src/domain/catalogue/revised-package.js';
import type { OrganisationId } from '../../../src/domain/ids.js';
import { madeAt, type Memory, rowOf, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** Packages by id. Codes are unique in an organisation: taking another's code or id throws. */
export function makeCatalogueStore(memory: Memory): CatalogueStore {
  const { packages } = memory;

  return inOneStep<CatalogueStore>({
    listPackages: (organisationId) => byCode(memory, organisationId).map((it) => it.package),

    savePackages: (organisationId, given, at) => {
      let saved = 0;
      for (const pack of given) {
        if (
          isIdOfAnother(memory, organisationId, pack) ||
          isCodeTaken(memory, organisationId, pack)
        )
          throw new Error(`E11000 duplicate key: ${pack.code}`);
        const before = rowOf(packages, organisationId, pack.id);
        const row =
          before === null
            ? firstRevision(pack, at ?? madeAt(pack))
            : nextRevision(before, pack, at ?? before.revision.updatedAt);
        if (row === null) continue;
        packages.set(pack.id, { organisationId, row });
        saved += 1;
      }
      return saved;
    },
  });
}

/** Packages by id; each write is filtered by the edits before it, as in the database. */
export function makeRevisedPackageStore(memory: Memory): RevisedPackageStore {
  const { packages } = memory;

  return inOneStep<RevisedPackageStore>({
    list: (organisationId) => byCode(memory, organisationId),

    find: (organisationId, id) => rowOf(packages, organisationId, id),

    insert: (organisationId, row) => {
      const { id } = row.package;
      if (packages.has(id)) return 'present';
      if (isCodeTaken(memory, organisationId, row.package)) return 'code_taken';
      packages.set(id, { organisationId, row });
      return 'inserted';
    },

    replace: (organisationId, row) => {
      const { id } = row.package;
      if (rowOf(packages, organisationId, id)?.edits !== row.edits - 1) return false;
      packages.set(id, { organisationId, row });
      return true;
    },
  });
}

function byCode({ packages }: Memory, organisationId: OrganisationId): readonly RevisedPackage[] {
  return rowsOf(packages, organisationId).toSorted((a, b) =>
    a.package.code < b.package.code ? -1 : 1,
  );
}

function isIdOfAnother({ packages }: Memory, owner: OrganisationId, { id }: Package): boolean {
  return packages.has(id) && packages.get(id)?.organisationId !== owner;
}

function isCodeTaken(
  { packages }: Memory,
  organisationId: OrganisationId,
  { id, code }: Package,
): boolean {
  return rowsOf(packages, organisationId).some(
    ({ package: it }) => it.code === code && it.id !== id,
  );
}
