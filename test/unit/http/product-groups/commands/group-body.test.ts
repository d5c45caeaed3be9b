import { describe, expect, test } from '@jest/globals';
import { readBody } from '../../../../../src/http/core/body/read-body.js';
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
    expect(
      readBody(createGroupBody, { name: 'A', enabled: true, memberships: [row] }),
    ).toMatchObject({
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
    expect(readBody(createGroupBody, { name: 'A', enabled: false })).toMatchObject({
      value: { memberships: [] },
    });
  });

  test('may have its memberships called tiers', () => {
    expect(readBody(createGroupBody, { name: 'A', enabled: true, tiers: [row] })).toMatchObject({
      value: { memberships: [row] },
    });
  });

  test('has nothing else told of tiers where memberships are there too', () => {
    const body = { enabled: 1, tiers: [5], memberships: [6], other: 1 };
    expect(readBody(createGroupBody, body)).toEqual({
      faults: [
        { name: 'name', fault: 'absent' },
        { name: 'enabled', fault: 'wrong_type', type: 'boolean' },
        { name: 'tiers', fault: 'conflict', with: 'memberships' },
        { name: 'memberships[0]', fault: 'wrong_type', type: 'object' },
        { name: 'other', fault: 'unknown' },
      ],
    });
  });
});

describe('a group that is replaced', () => {
  test('says nothing of what is left out', () => {
    expect(readBody(replaceGroupBody, { name: 'A', enabled: true })).toEqual({
      value: { name: 'A', enabled: true },
    });
  });

  test('takes what an answer prints, and means the very same by it', () => {
    const printed = toProductGroupItem(group, catalogue);
    const read = readBody(replaceGroupBody, printed);
    if (!('value' in read)) throw new Error(JSON.stringify(read.faults));
    expect(read.value.memberships?.map(toTierRow)).toEqual([starterTier, proTier]);
    expect(read.value).toMatchObject({ name: group.name, forceSameBillingInterval: false });
  });
});

test('a row without an id is none of those that are there by it', () => {
  const read = readBody(replaceGroupBody, { name: 'A', enabled: true, memberships: [row] });
  if (!('value' in read)) throw new Error(JSON.stringify(read.faults));
  expect(read.value.memberships?.map(toTierRow)).toMatchObject([{ id: null, packageId: idOf(1) }]);
});
