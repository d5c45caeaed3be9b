import type { Package } from '../../domain/catalogue/package.js';
import type { OrganisationImport } from './organisation-import.js';

/** The packages as they will be: the file's, in its order, and those that it does not name. */
export type ImportedPackages = {
  readonly fromFile: readonly Package[];
  readonly untouched: readonly Package[];
  /** All of them; what the file says of a code comes before what stands. */
  readonly byCode: ReadonlyMap<string, Package>;
};

/** Lays the file's packages over those that exist, by id; one without an id in the file is found by its code. */
export function importedPackages(
  file: OrganisationImport,
  state: { readonly packages: readonly Package[] },
): ImportedPackages {
  const idByCode = new Map(state.packages.map((it) => [it.code, it.id]));
  const fromFile = file.packages.map((it) =>
    it.hasGivenId
      ? it.package
      : { ...it.package, id: idByCode.get(it.package.code) ?? it.package.id },
  );
  const replaced = new Set(fromFile.map((it) => it.id));
  const untouched = state.packages.filter((it) => !replaced.has(it.id));
  return {
    fromFile,
    untouched,
    byCode: new Map([...untouched, ...fromFile].map((it) => [it.code, it])),
  };
}
