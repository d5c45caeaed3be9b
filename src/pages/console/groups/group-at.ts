import type { ShownGroup } from '../../../application/product-groups/group-commands.js';
import type { Catalogue } from '../../../domain/catalogue/catalogue.js';
import type { PaymentPeriod } from '../../../domain/catalogue/package.js';
import type { Tier } from '../../../domain/catalogue/product-group.js';
import { parseId, type ProductGroupId } from '../../../domain/ids.js';
import { priceFor } from '../../kit/subscription/named-price.js';
import type { Written } from '../../kit/written.js';
import type { OrganisationVisit } from '../visitor.js';
import type { GroupsDeps } from './groups-deps.js';

/** The group that a page's address names, as it is stored now. */
export async function groupAt(
  { findGroup }: Pick<GroupsDeps, 'findGroup'>,
  { params, visitor }: OrganisationVisit,
): Promise<ShownGroup | null> {
  const id = parseId<ProductGroupId>(params.group ?? '');
  return id === null ? null : findGroup({ organisationId: visitor.at.organisation.id, id });
}

/** The tier of it that the address names. */
export function tierAt(
  { group }: Pick<ShownGroup, 'group'>,
  { params }: Pick<OrganisationVisit, 'params'>,
): Tier | null {
  return group.tiers.find((it) => it.id === params.tier) ?? null;
}

/** What a tier is called on pages: by its label, else by its product. */
export function tierNameIn(
  { packagesById }: Pick<Catalogue, 'packagesById'>,
  { label, packageId }: Pick<Tier, 'label' | 'packageId'>,
): string {
  return label ?? packagesById.get(packageId)?.name ?? packageId;
}

/** What a price plan is called. Example: `EUR 10.00 per month`, with its name before where it has one. */
export function planName({ name, ...period }: PaymentPeriod, written: Written): string {
  const price = priceFor({ written, includesVat: null }, period, 1);
  const text = name === null ? price : `${name}, ${price}`;
  return period.enabled ? text : `${text} (${written.say('console.groups.plan.archived')})`;
}
