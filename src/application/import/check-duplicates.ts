import { numberOf } from '../../domain/billing/billing-document.js';
import type { ImportFault, OrganisationImport } from './organisation-import.js';

type Named = { readonly path: string; readonly name: string };

/** What stands in a file twice though it must be there once: faults at the second place, naming the first. */
export function checkDuplicates(organisations: readonly OrganisationImport[]): ImportFault[] {
  return [
    ...duplicatesOf(organisations.map(organisationId)),
    ...duplicatesOf(organisations.flatMap(clientIds)),
    ...duplicatesOf(organisations.flatMap(packageIds)),
    ...duplicatesOf(organisations.flatMap(groupIds)),
    ...duplicatesOf(organisations.flatMap(accountIds)),
    ...duplicatesOf(organisations.flatMap(userProductIds)),
    ...duplicatesOf(organisations.flatMap(documentIds)),
    ...duplicatesOf(organisations.flatMap(endpointIds)),
    ...organisations.flatMap((it) => duplicatesOf(documentNumbers(it))),
    ...organisations.flatMap((it) => duplicatesOf(packageCodes(it))),
    ...organisations.flatMap((it) => duplicatesOf(periodIds(it))),
    ...organisations.flatMap((it) => duplicatesOf(tiersOf(it, 'id'))),
    ...organisations.flatMap((it) => duplicatesOf(tiersOf(it, 'package_code'))),
    ...organisations.flatMap((it) => duplicatesOf(tiersOf(it, 'position'))),
    ...organisations.flatMap((it) => duplicatesOf(tierPeriods(it))),
  ];
}

const organisationId = (it: OrganisationImport): Named => ({
  path: `${it.path}organisation.id`,
  name: it.organisation.id,
});
const clientIds = ({ path, clients }: OrganisationImport): Named[] =>
  clients.map(({ id }, n) => ({ path: `${path}clients[${String(n)}].id`, name: id }));
const packageIds = ({ path, packages }: OrganisationImport): Named[] =>
  packages.map((it, n) => ({ path: `${path}packages[${String(n)}].id`, name: it.package.id }));
const packageCodes = ({ path, packages }: OrganisationImport): Named[] =>
  packages.map((it, n) => ({ path: `${path}packages[${String(n)}].code`, name: it.package.code }));
const accountIds = ({ path, accounts }: OrganisationImport): Named[] =>
  accounts.map(({ id }, n) => ({ path: `${path}accounts[${String(n)}].id`, name: id }));
const userProductIds = ({ path, userProducts }: OrganisationImport): Named[] =>
  userProducts.map(({ id }, n) => ({ path: `${path}user_products[${String(n)}].id`, name: id }));

/** Period ids are the organisation's: a request names a package by code, and its period must be no other's. */
function periodIds({ path, packages }: OrganisationImport): Named[] {
  return packages.flatMap((it, n) =>
    it.package.periods.map((period, k) => ({
      path: `${path}packages[${String(n)}].periods[${String(k)}].id`,
      name: period.id,
    })),
  );
}

const endpointIds = ({ path, webhookEndpoints }: OrganisationImport): Named[] =>
  webhookEndpoints.map(({ id }, n) => ({
    path: `${path}webhook_endpoints[${String(n)}].id`,
    name: id,
  }));
const documentIds = ({ path, documents }: OrganisationImport): Named[] =>
  documents.map(({ id }, n) => ({ path: `${path}billing_documents[${String(n)}].id`, name: id }));
const documentNumbers = ({ path, documents }: OrganisationImport): Named[] =>
  documents.map((it, n) => ({
    path: `${path}billing_documents[${String(n)}].number`,
    name: String(numberOf(it)),
  }));
const groupIds = ({ path, productGroups }: OrganisationImport): Named[] =>
  productGroups.map(({ id }, n) => ({ path: `${path}product_groups[${String(n)}].id`, name: id }));

type TierMember = 'id' | 'package_code' | 'position';

/** Ids are the organisation's, packages and positions each group's own. */
function tiersOf({ path, productGroups }: OrganisationImport, member: TierMember): Named[] {
  return productGroups.flatMap((group, n) =>
    group.tiers.map(({ id, packageCode, position }, k) => ({
      path: `${path}product_groups[${String(n)}].tiers[${String(k)}].${member}`,
      name: {
        id,
        package_code: `${group.id} ${packageCode}`,
        position: `${group.id} ${String(position)}`,
      }[member],
    })),
  );
}

function tierPeriods({ path, productGroups }: OrganisationImport): Named[] {
  return productGroups.flatMap(({ tiers }, n) =>
    tiers.flatMap((tier, k) =>
      tier.periodIds.map((id, i) => ({
        path: `${path}product_groups[${String(n)}].tiers[${String(k)}].period_ids[${String(i)}]`,
        name: `${String(n)} ${String(k)} ${id}`,
      })),
    ),
  );
}

function duplicatesOf(all: readonly Named[]): ImportFault[] {
  const first = new Map<string, string>();
  const faults: ImportFault[] = [];
  for (const { path, name } of all) {
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, path);
    else faults.push({ path, problem: `stands at ${earlier} already` });
  }
  return faults;
}
