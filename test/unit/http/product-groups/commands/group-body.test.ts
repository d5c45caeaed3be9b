import { describe, expect, test } from '@jest/globals';
import {
  createGroupBody,
  replaceGroupBody,
  toTierRow,
} from '../../../../../src/http/product-groups/commands/group-body.js';
import { toProductGroupItem } from '../../../../../src/http/product-groups/shapes/product-group-shape.js';
import { idOf } from '../../../../support/domain/id-of.js';
import { catalogue, group, proTier, starterTier } from '../shapes/group-example.js';

const row = { product: idOf(1), pricePlans: [idOf(2)], position: 1 };

describe('a new group', () => {
  test('has what is documented where nothing is said', () => {
    expect(createGroupBody.read({ name: 'A', enabled: true, memberships: [row] })).toMatchObject({
      value: {
        name: 'A',
        enabled: true,
        forceSameBillingInterval: false,
        memberships: [
          {
            ...row,
            label: null,
            upgradeable: true,
            downgradeable: true,
            changeTiming: 'end_of_period',
            creditType: 'none',
          },
        ],
      },
    });
    expect(createGroupBody.read({ name: 'A', enabled: false })).toMatchObject({
      value: { memberships: [] },
    });
  });

  test('may have its memberships called tiers', () => {
    expect(createGroupBody.read({ name: 'A', enabled: true, tiers: [row] })).toMatchObject({
      value: { memberships: [row] },
      sentNames: { memberships: 'tiers' },
    });
  });
});

describe('a group that is replaced', () => {
  test('says nothing of what is left out', () => {
    expect(replaceGroupBody.read({ name: 'A', enabled: true })).toEqual({
      value: { name: 'A', enabled: true },
      sentNames: {},
    });
  });

  test('takes what an answer prints, and means the very same by it', () => {
    const printed = toProductGroupItem(group, catalogue);
    const read = replaceGroupBody.read(printed);
    if (!('value' in read)) throw new Error(JSON.stringify(read.faults));
    expect(read.value.memberships?.map(toTierRow)).toEqual([starterTier, proTier]);
    expect(read.value).toMatchObject({ name: group.name, forceSameBillingInterval: false });
  });
});

test('a row without an id is none of those that are there by it', () => {
  const read = replaceGroupBody.read({ name: 'A', enabled: true, memberships: [row] });
  if (!('value' in read)) throw new Error(JSON.stringify(read.faults));
  expect(read.value.memberships?.map(toTierRow)).toMatchObject([{ id: null, packageId: idOf(1) }]);
});
