import { isChangeableKind } from '../../domain/catalogue/is-changeable-kind.js';
import type { RevisedPackage } from '../../domain/catalogue/revised-package.js';
import { inOrder } from '../listing/in-order.js';
import { takePage } from '../listing/take-page.js';
import type { RevisedPackageStore } from '../ports/catalogue-store.js';
import type { FindPackageRecord, ListPackageRecords } from './package-commands.js';

type Deps = { readonly revisedPackages: Pick<RevisedPackageStore, 'list' | 'find'> };

/** The packages and campaigns of an organisation, on sale or not (docs/spec/product-groups-api.md §4). */
export function makeListPackageRecords({ revisedPackages }: Deps): ListPackageRecords {
  return async ({ organisationId, order, ...page }) => {
    const shown = (await revisedPackages.list(organisationId)).filter(isShown);
    const key = ({ package: pack, revision }: RevisedPackage) => ({
      id: pack.id,
      key: order.by === 'name' ? pack.name : revision.createdAt,
    });
    return takePage(inOrder(shown, key, order.direction), page);
  };
}

/** One of them. */
export function makeFindPackageRecord({ revisedPackages }: Deps): FindPackageRecord {
  return async ({ organisationId, id }) => {
    const found = await revisedPackages.find(organisationId, id);
    return found !== null && isShown(found) ? found : null;
  };
}

function isShown({ package: { kind } }: RevisedPackage): boolean {
  return isChangeableKind(kind);
}
