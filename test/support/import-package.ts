import type { Package, PaymentPeriod } from '../../src/domain/catalogue/package.js';
import type { Shop } from './group-shop.js';
import { newId } from './organisation.js';

/** Puts a shop's package as only an import may, and has the process see it. */
export async function importPackage(
  { stores, useCases, organisationId }: Shop,
  id: string,
  edit: (it: Package) => Package,
): Promise<Package> {
  const packages = await stores.catalogues.listPackages(organisationId);
  const found = packages.find((it) => it.id === id);
  if (found === undefined) throw new Error(`no package ${id}`);
  const edited = edit(found);
  await stores.catalogues.savePackages(organisationId, [edited]);
  await useCases.readContext(organisationId, 'fresh');
  return edited;
}

/** One more payment period of a package, like its first but for what is given; its id. */
export async function importPeriod(
  shop: Shop,
  packageId: string,
  edits: Partial<PaymentPeriod>,
): Promise<string> {
  const id = newId<PaymentPeriod['id']>();
  await importPackage(shop, packageId, (it) => {
    const [first] = it.periods;
    if (first === undefined) throw new Error(`${it.code} has no period`);
    return { ...it, periods: [...it.periods, { ...first, id, ...edits }] };
  });
  return id;
}
