import { describe, expect, test } from '@jest/globals';
import { makeListOperators } from '../../../../src/application/operators/list-operators.js';
import { first, operatorWorld, second } from './operator-world.js';

describe('The operators of an organisation', () => {
  test('are those who are something there, and show what they are there alone', async () => {
    const { deps, insert } = operatorWorld();
    const here = { organisationId: first, role: 'viewer' } as const;
    const there = { organisationId: second, role: 'owner' } as const;
    await insert({ email: 'a@a.test', memberships: [here, there] });
    await insert({ email: 'b@a.test', memberships: [there], identity: 'i' });
    await insert({ email: 'c@a.test' });
    const listOperators = makeListOperators(deps);
    const seen = (await listOperators(first)).map((it) => [it.email, it.memberships]);
    const everywhere = { organisationId: '*', role: 'owner' };
    expect(seen).toEqual([
      ['a@a.test', [here]],
      ['c@a.test', [everywhere]],
    ]);
    expect((await listOperators('*')).map((it) => it.isFromProvider)).toEqual([false, true, false]);
  });
});
