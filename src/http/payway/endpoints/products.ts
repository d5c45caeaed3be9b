import type { FindPackage, PackageName } from '../../../application/catalogue/find-package.js';
import type { ListPackages, PackageFilter } from '../../../application/catalogue/list-packages.js';
import type { PackageKind } from '../../../domain/catalogue/package.js';
import { toId, type PackageId } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import type { QueryOf } from '../../core/field-rule.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import {
  codeField,
  flagField,
  idField,
  namesField,
  optional,
  textField,
  wordField,
} from '../fields.js';
import { packageShape, paymentPeriodShape, toPackageItem, toPeriodItem } from '../package-shape.js';
import { notFound } from '../problems/not-found.js';
import { moreThanOneOf, notExactlyOneOf } from '../problems/parameter-problems.js';
import { itemsOf } from '../schemas.js';

export type ProductsDeps = {
  readonly listPackages: ListPackages;
  readonly findPackage: FindPackage;
};

const tag = 'Products';
const scope = '/external/product/r';
const kinds = ['package', 'campaign', 'bundle', 'single_sale'] as const satisfies PackageKind[];

const listProducts = {
  name: 'listProducts',
  summary: 'List packages',
  description:
    'The packages on sale, or all of them with `include_inactive`. With `id` or `product_code`, of which at most one ' +
    'is taken, that one whether or not it is on sale.',
  tag,
  method: 'get',
  path: '/external/api/v1/products',
  scope,
  query: [
    idField('id', optional),
    codeField('product_code', optional),
    wordField('product_type', kinds, optional),
    textField('title_code', 255, optional),
    namesField('tags', 500, optional),
    flagField('include_inactive'),
  ],
  answer: { status: 200, schema: itemsOf('PackageList', packageShape) },
  refusals: [],
} as const satisfies PaywayDescription;

const listPaymentPeriods = {
  name: 'listPaymentPeriods',
  summary: 'List the payment periods of a package',
  description:
    'The payment periods of a package, disabled ones too. Exactly one of `product_id`, `product_code` and `id`, which ' +
    'means `product_id`, names the package.',
  tag,
  method: 'get',
  path: '/external/api/v1/products/payment_periods',
  scope,
  query: [
    idField('product_id', optional),
    codeField('product_code', optional),
    idField('id', optional),
  ],
  answer: { status: 200, schema: itemsOf('PaymentPeriodList', paymentPeriodShape) },
  refusals: [],
} as const satisfies PaywayDescription;

/** What is sold (docs/spec/payway-api.md §5). */
export function makeProductsEndpoints({
  listPackages,
  findPackage,
}: ProductsDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(listProducts, async ({ query, caller: { organisationId } }) => {
      const problem = moreThanOneOf(['id', 'product_code'], query);
      if (problem !== null) return problem;
      const named = packageNameIn(query);
      const listed = await listPackages({ organisationId, named, filter: filterIn(query) });
      if (listed === null) return notFound;
      const items = listed.packages.map((it) => toPackageItem(it, listed.timeZone));
      return { status: 200, body: { items } };
    }),
    makeEndpoint(listPaymentPeriods, async ({ query, caller: { organisationId } }) => {
      const problem = notExactlyOneOf(['product_id', 'product_code', 'id'], query);
      if (problem !== null) return problem;
      const named = packageNameIn(query);
      const found = named === null ? null : await findPackage({ organisationId, named });
      if (found === null) return notFound;
      return { status: 200, body: { items: found.package.periods.map(toPeriodItem) } };
    }),
  ];
}

type Naming = {
  readonly id?: string;
  readonly product_id?: string;
  readonly product_code?: string;
};

/** `id` is another word for `product_id`. */
function packageNameIn(query: Naming): PackageName | null {
  const id = query.product_id ?? query.id;
  if (id !== undefined) return { id: toId<PackageId>(id) };
  return query.product_code === undefined ? null : { code: query.product_code };
}

function filterIn(query: QueryOf<typeof listProducts.query>): PackageFilter {
  return {
    kind: query.product_type ?? null,
    titleCode: query.title_code ?? null,
    tags: query.tags?.split(',').map((it) => it.trim()) ?? [],
    includeInactive: query.include_inactive ?? false,
  };
}
