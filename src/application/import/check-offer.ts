import type { Package } from '../../domain/catalogue/package.js';
import { importedPackages } from './imported-packages.js';
import type { ImportFault, OrganisationImport } from './organisation-import.js';

/** Whether more packages may follow: so far there are none but rows that stand beside packages, before all others. */
export function mayPackagesFollow(file: OrganisationImport): boolean {
  const { productGroups, accounts, documents, userProducts, webhookEndpoints } = file;
  return [productGroups, accounts, documents, userProducts, webhookEndpoints].every(
    (it) => it.length === 0,
  );
}

/** Each package that a portal offers is there, in the file or already (docs/spec/pages.md §3). */
export function checkOffer(
  file: OrganisationImport,
  state: { readonly packages: readonly Package[] },
): ImportFault[] {
  const offer = file.organisation.pages?.portal?.offer ?? [];
  if (offer.length === 0) return [];
  const { byCode } = importedPackages(file, state);
  return offer.flatMap((code, index) =>
    byCode.has(code)
      ? []
      : [
          {
            path: `${file.path}organisation.portal.offer[${String(index)}]`,
            problem: 'no package has this code',
          },
        ],
  );
}
