import { describe, expect, test } from '@jest/globals';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import {
  areSameMemberships,
  membershipsByClaims,
  type ProviderRole,
} from '../../../../src/domain/operators/provider-roles.js';
import { idOf } from '../../../support/domain/id-of.js';

const [one, two] = [idOf<OrganisationId>(1), idOf<OrganisationId>(2)];
const roles: readonly ProviderRole[] = [
  { claim: 'leads', organisationId: one, role: 'owner' },
  { claim: 'staff', organisationId: one, role: 'viewer' },
  { claim: 'others', organisationId: two, role: 'editor' },
  { claim: 'everywhere', organisationId: '*', role: 'support' },
];

describe('What somebody is by their claims', () => {
  test.each([
    [[], []],
    [['strangers', ''], []],
    [['staff'], [{ organisationId: one, role: 'viewer' }]],
    [['staff', 'leads'], [{ organisationId: one, role: 'owner' }]],
    [
      ['others', 'everywhere'],
      [
        { organisationId: two, role: 'editor' },
        { organisationId: '*', role: 'support' },
      ],
    ],
  ] as const)('of %j is the most in each organisation', (claims, memberships) => {
    expect(membershipsByClaims(roles, claims)).toEqual(memberships);
    expect(membershipsByClaims(roles.toReversed(), claims)).toHaveLength(memberships.length);
  });
});

test('Memberships are the same in whatever order they stand', () => {
  const [a, b] = [
    { organisationId: one, role: 'owner' },
    { organisationId: '*', role: 'viewer' },
  ] as const;
  expect(areSameMemberships([a, b], [b, a])).toBe(true);
  expect(areSameMemberships([a], [a, b])).toBe(false);
  expect(areSameMemberships([a], [{ ...a, role: 'viewer' }])).toBe(false);
});
