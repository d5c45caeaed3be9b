import { describe, expect, test } from '@jest/globals';
import {
  movedResource,
  unknownResource,
} from '../../../../../src/application/catalogue/refused-write.js';
import { failed } from '../../../../../src/http/core/failure.js';
import { makeProductGroupEndpoints } from '../../../../../src/http/product-groups/endpoints/product-groups.js';
import { readBody } from '../../../../../src/http/core/body/read-body.js';
import { replaceGroupBody } from '../../../../../src/http/product-groups/commands/group-body.js';
import { toProductGroupItem } from '../../../../../src/http/product-groups/shapes/product-group-shape.js';
import {
  askEndpoint,
  guards,
  organisationId,
  otherId,
  recording,
} from '../../../../support/ask-endpoint.js';
import { catalogue, group } from '../shapes/group-example.js';

/** The endpoints over a use case that answers this, whichever is asked. */
function answering(answer: unknown) {
  const { useCase, asked } = recording(answer);
  const endpoints = makeProductGroupEndpoints({
    listGroups: useCase,
    findGroup: useCase,
    createGroup: useCase,
    replaceGroup: useCase,
    deleteGroup: useCase,
  });
  return { asked, ask: askEndpoint.bind(null, endpoints) };
}

const shown = { ok: true, group, catalogue };
const printed = toProductGroupItem(group, catalogue);
const params = { id: otherId };
const inUse = { ok: false, failure: 'tier_in_use', tierIds: [group.tiers[0]?.id] };

describe('A list of groups', () => {
  test('is a page in an order of the caller’s organisation', async () => {
    const { ask, asked } = answering({ groups: { items: [group], totalItems: 31 }, catalogue });
    const query = { page: 2, 'order[name]': 'desc' };
    expect(await ask('listProductGroups', { query })).toEqual({
      status: 200,
      body: {
        data: [printed],
        meta: { pagination: { totalItems: 31, itemsPerPage: 30, currentPage: 2, lastPage: 2 } },
      },
    });
    const order = { by: 'name', direction: 'desc' };
    expect(asked).toEqual([{ organisationId, order, page: 2, limit: 30 }]);
  });

  test('is in one order', async () => {
    const query = { 'order[name]': 'desc', 'order[createdAt]': 'asc' };
    expect(await answering(null).ask('listProductGroups', { query })).toMatchObject({
      kind: 'faulty_fields',
    });
  });

  test('is not there for an organisation that is unknown', async () => {
    expect(await answering(null).ask('listProductGroups')).toMatchObject({ status: 404 });
  });
});

test('a group is read by its id', async () => {
  const { ask, asked } = answering(shown);
  expect(await ask('readProductGroup', { params })).toEqual({ status: 200, body: printed });
  expect(asked).toEqual([{ organisationId, id: otherId }]);
  expect(await answering(null).ask('readProductGroup', { params })).toMatchObject({ status: 404 });
});

describe('A new group', () => {
  const body = { name: 'A', enabled: true, forceSameBillingInterval: false, memberships: [] };

  test('and is one too many is refused, with how many may be', async () => {
    const { ask } = answering({ ok: false, failure: 'full', most: 7 });
    expect(await ask('createProductGroup', { body, chosenId: otherId })).toMatchObject({
      status: 409,
      body: { refusals: [{ code: 'too_many_product_groups', facts: { most: 7 } }] },
    });
  });

  test('is made under the id that was chosen', async () => {
    const { ask, asked } = answering(shown);
    expect(await ask('createProductGroup', { body, chosenId: otherId })).toEqual({
      status: 201,
      body: printed,
    });
    expect(asked).toEqual([
      {
        organisationId,
        chosenId: otherId,
        name: 'A',
        enabled: true,
        forceSameBillingInterval: false,
        tiers: [],
      },
    ]);
  });

  test.each([
    { sentBody: { memberships: [] }, told: 'memberships[1].pricePlans[0]' },
    { sentBody: { tiers: [] }, told: 'tiers[1].pricePlans[0]' },
  ])('is told what is wrong with it by the name that was sent: $told', async (row) => {
    const faults = [{ path: ['tiers', 1, 'periodIds', 0], code: 'not_found' }];
    const { ask } = answering({ ok: false, failure: 'invalid', faults });
    const { sentBody, told } = row;
    expect(await ask('createProductGroup', { body, sentBody })).toMatchObject({
      status: 422,
      body: { violations: [{ propertyPath: told, code: 'not_found' }] },
    });
  });
});

describe('A group that is replaced', () => {
  test('keeps what is not said, and is to have the version that was named', async () => {
    const { ask, asked } = answering(shown);
    const read = readBody(replaceGroupBody, { name: 'A', enabled: false });
    const body = 'value' in read ? read.value : {};
    const named = { ...guards, ifMatch: [3] };
    expect(await ask('replaceProductGroup', { params, body, guards: named })).toEqual({
      status: 200,
      body: printed,
    });
    expect(asked).toEqual([
      {
        organisationId,
        id: otherId,
        name: 'A',
        enabled: false,
        forceSameBillingInterval: null,
        tiers: null,
        ifMatch: [3],
      },
    ]);
  });

  test.each([
    { result: inUse, answer: { status: 409, code: 'tier_in_use' } },
    { result: unknownResource, answer: { status: 404 } },
    { result: movedResource, answer: failed('version_mismatch') },
  ])('may be refused: $result.failure', async ({ result, answer }) => {
    const body = { name: 'A', enabled: false };
    const replaced = await answering(result).ask('replaceProductGroup', { params, body });
    expect(replaced).toMatchObject(answer);
    expect(await answering(result).ask('deleteProductGroup', { params })).toMatchObject(answer);
  });

  test('is told which memberships are in use', async () => {
    const refused = await answering(inUse).ask('deleteProductGroup', { params });
    expect(refused).toMatchObject({
      body: { refusals: [{ code: 'tier_in_use', facts: { tiers: inUse.tierIds } }] },
    });
  });
});

test('a group that is deleted leaves nothing to say', async () => {
  const { ask, asked } = answering({ ok: true });
  expect(await ask('deleteProductGroup', { params })).toEqual({ status: 204, body: null });
  expect(asked).toEqual([{ organisationId, id: otherId, ifMatch: null }]);
});
