import { expect, test } from '@jest/globals';
import {
  groupRequirements,
  groupRuleReasons,
} from '../../../../../src/domain/change/product-groups/group-requirements.js';

test('Each rule has one row and a source, those of the user product itself before all others', () => {
  expect(new Set(groupRuleReasons).size).toBe(groupRequirements.length);
  const own = groupRequirements.map((it) => it.isOwn);
  expect(own.toSorted((a, b) => Number(b) - Number(a))).toEqual(own);
  expect(own.filter(Boolean)).toHaveLength(8);
  for (const { source } of groupRequirements) {
    expect(source).toMatch(/^docs\/spec\/product-groups-api\.md §3 \[(?:doc|ours)\]$/);
  }
});
