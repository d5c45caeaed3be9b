import { expect, test } from '@jest/globals';
import { invariantPlaces, placeOfRefusal } from '../../../../src/application/import/row-places.js';
import { paywayRequirements } from '../../../../src/domain/change/payway/payway-requirements.js';

test('Each rule that holds for all that waits has a place of its own in a row', () => {
  const rules = paywayRequirements.filter((it) => it.forExplicit).map((it) => it.code);
  expect(rules.filter((it) => placeOfRefusal(it).problem.startsWith('is refused'))).toEqual([]);
});

test('A rule that has none is told at the change that waits', () => {
  expect(placeOfRefusal('another')).toEqual({
    member: 'pending_change',
    problem: 'is refused: another',
  });
});

test('What a rule and an invariant both refuse is told once, in the same words', () => {
  expect(placeOfRefusal('same_package')).toBe(invariantPlaces.waits_for_what_it_is);
});
