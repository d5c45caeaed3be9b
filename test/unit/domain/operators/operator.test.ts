import { describe, expect, test } from '@jest/globals';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import {
  isWithin,
  parseEmail,
  parseOperatorName,
  roleIn,
  withRole,
} from '../../../../src/domain/operators/operator.js';
import { idOf } from '../../../support/domain/id-of.js';

const [first, second] = [idOf<OrganisationId>(1), idOf<OrganisationId>(2)];
const viewer = { organisationId: first, role: 'viewer' } as const;
const everywhere = { organisationId: '*', role: 'support' } as const;

describe('An operator', () => {
  test('is to an organisation the most of what they are there and everywhere', () => {
    expect(roleIn({ memberships: [viewer] }, first)).toBe('viewer');
    expect(roleIn({ memberships: [viewer] }, second)).toBeNull();
    expect(roleIn({ memberships: [viewer, everywhere] }, first)).toBe('support');
    expect(roleIn({ memberships: [everywhere, { ...viewer, role: 'owner' }] }, first)).toBe(
      'owner',
    );
    expect(roleIn({ memberships: [viewer, everywhere] }, second)).toBe('support');
    expect(roleIn({ memberships: [viewer] }, '*')).toBeNull();
    expect(roleIn({ memberships: [] }, first)).toBeNull();
  });

  test('is within an organisation where they are nothing anywhere else', () => {
    expect(isWithin({ memberships: [viewer] }, first)).toBe(true);
    expect(isWithin({ memberships: [] }, first)).toBe(true);
    expect(isWithin({ memberships: [viewer] }, second)).toBe(false);
    expect(isWithin({ memberships: [viewer, everywhere] }, first)).toBe(false);
    expect(isWithin({ memberships: [viewer, everywhere] }, '*')).toBe(true);
  });

  test('gets, changes and loses a role in one organisation alone', () => {
    expect(withRole([everywhere], first, 'viewer')).toEqual([everywhere, viewer]);
    expect(withRole([viewer, everywhere], first, 'owner')).toEqual([
      everywhere,
      { ...viewer, role: 'owner' },
    ]);
    expect(withRole([viewer, everywhere], '*', null)).toEqual([viewer]);
  });

  test('has a name of 1 to 100 characters', () => {
    expect(parseOperatorName('  Ada Lovelace ')).toBe('Ada Lovelace');
    expect(parseOperatorName('a'.repeat(100))).toBe('a'.repeat(100));
    for (const raw of ['', ' ', 'a'.repeat(101), 'a\nb', 'a\u0000']) {
      expect(parseOperatorName(raw)).toBeNull();
    }
  });

  test('has an address in lower case', () => {
    expect(parseEmail(' Ada@Example.com')).toBe('ada@example.com');
    for (const raw of ['', 'ada', '@a', 'a@', 'a b@c', 'a@b@c', `${'a'.repeat(250)}@b.cd`]) {
      expect(parseEmail(raw)).toBeNull();
    }
  });
});
