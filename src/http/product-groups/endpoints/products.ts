import type {
  CreatePackage,
  EditPackage,
  FindPackageRecord,
  ListPackageRecords,
} from '../../../application/catalogue/package-commands.js';
import { type PackageId, toId, toIdOrNull } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import { isFailure } from '../../core/failure.js';
import { refusedEdit } from '../answer-edit.js';
import {
  collectionOf,
  listAskedFor,
  orderField,
  pagingFields,
  toCollection,
} from '../collections.js';
import { createProductBody, productWords, updateProductBody } from '../commands/product-body.js';
import type { ProductGroupsDescription, ProductGroupsEndpoint } from '../description.js';
import { resourceNotFound } from '../problems/failures.js';
import { fullProblem } from '../problems/refusals-problem.js';
import { productShape, toProductItem } from '../shapes/product-shape.js';

export type CatalogueProductsDeps = {
  readonly listPackageRecords: ListPackageRecords;
  readonly findPackageRecord: FindPackageRecord;
  readonly createPackage: CreatePackage;
  readonly editPackage: EditPackage;
};

const path = '/catalogue/products';
const one = `${path}/{id}` as const;
const tag = 'Catalogue';
const read = { tag, method: 'get', scope: 'product:read', refusals: [] } as const;
const write = { tag, scope: 'product:write', keeps: 'in_record', refusals: [] } as const;
const example = { name: 'Starter', number: 'starter' } as const;

const list = {
  ...read,
  name: 'listCatalogueProducts',
  summary: 'List products',
  description: 'Every product, archived ones too, a page at a time.',
  path,
  query: [...pagingFields, orderField('createdAt'), orderField('name')],
  answer: { status: 200, schema: collectionOf('ProductCollection', productShape) },
} as const satisfies ProductGroupsDescription;

const find = {
  ...read,
  name: 'readCatalogueProduct',
  summary: 'Read a product',
  description: 'One product, archived or not.',
  path: one,
  answer: { status: 200, schema: productShape },
} as const satisfies ProductGroupsDescription;

const create = {
  ...write,
  name: 'createCatalogueProduct',
  summary: 'Create a product',
  description: 'Makes a product; its `number` is its code in the Payway API, and cannot be edited.',
  method: 'post',
  path,
  body: createProductBody,
  example,
  answer: { status: 201, schema: productShape },
  refusals: ['too_many_products'],
} as const satisfies ProductGroupsDescription;

const update = {
  ...write,
  name: 'updateCatalogueProduct',
  summary: 'Update a product',
  description: 'Sets the name of a product, and whether it is archived.',
  method: 'put',
  path: one,
  body: updateProductBody,
  takesIfMatch: true,
  answer: { status: 200, schema: productShape },
} as const satisfies ProductGroupsDescription;

/** What is sold (docs/spec/product-groups-api.md §4). */
export function makeCatalogueProductEndpoints(
  deps: CatalogueProductsDeps,
): ProductGroupsEndpoint[] {
  return [
    makeEndpoint(list, async ({ query, caller: { organisationId } }) => {
      const asked = listAskedFor(query, ['createdAt', 'name']);
      if (isFailure(asked)) return asked;
      const listed = await deps.listPackageRecords({ organisationId, ...asked });
      return { status: 200, body: toCollection(listed, asked, toProductItem) };
    }),
    makeEndpoint(find, async ({ params, caller: { organisationId } }) => {
      const id = toId<PackageId>(params.id);
      const found = await deps.findPackageRecord({ organisationId, id });
      return found === null ? resourceNotFound : { status: 200, body: toProductItem(found) };
    }),
    makeEndpoint(create, async ({ body, chosenId, caller: { organisationId } }) => {
      const result = await deps.createPackage({
        organisationId,
        chosenId: toIdOrNull<PackageId>(chosenId),
        name: body.name,
        code: body.number ?? null,
        archived: body.isArchived,
      });
      if (!result.ok) {
        return result.failure === 'full'
          ? fullProblem('too_many_products', result)
          : refusedEdit(result, productWords);
      }
      return { status: 201, body: toProductItem(result) };
    }),
    makeEndpoint(update, async ({ params, body, guards, caller: { organisationId } }) => {
      const result = await deps.editPackage({
        organisationId,
        id: toId<PackageId>(params.id),
        name: body.name,
        code: body.number,
        archived: body.isArchived,
        ifMatch: guards.ifMatch,
      });
      if (!result.ok) return refusedEdit(result, productWords);
      return { status: 200, body: toProductItem(result) };
    }),
  ];
}
