import { describe, expect, test } from '@jest/globals';
import { makeFindOperator } from '../../../../src/application/operators/find-operator.js';
import { operatorWorld } from './operator-world.js';

describe('An operator is found', () => {
  test('by id, by address, and by a name that one alone has', async () => {
    const { deps, insert } = operatorWorld();
    const findOperator = makeFindOperator(deps);
    const demo = await insert({ name: 'demo', email: 'demo@a.test' });
    await insert({ name: 'Ada' });
    await insert({ name: 'Ada' });
    for (const who of [demo.id, 'Demo@a.test', 'demo']) {
      expect(await findOperator(who)).toEqual(demo);
    }
    for (const who of ['Ada', 'nobody', 'nobody@a.test', 'f'.repeat(24)]) {
      expect(await findOperator(who)).toBeNull();
    }
  });
});
