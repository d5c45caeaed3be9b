import { describe, expect, test } from '@jest/globals';
import { makeSetOperatorRole } from '../../../../src/application/operators/set-operator-role.js';
import { first, here, second, there, worldOfOne } from './operator-world.js';

describe('The role of an operator', () => {
  test('is set in one organisation, and ends what is open', async () => {
    const { deps, id, isOpen, read } = await worldOfOne([here, there]);
    const setRole = makeSetOperatorRole(deps);
    const asked = { within: first, id, organisationId: first, role: 'editor' } as const;
    expect(await setRole(asked)).toEqual({ ok: true, before: 'support' });
    expect((await read())?.memberships).toEqual([there, { ...here, role: 'editor' }]);
    expect(await isOpen()).toBe(false);
  });

  test('is left as it is where it is that already', async () => {
    const { deps, id, isOpen, operator, read } = await worldOfOne();
    const asked = { within: first, id, ...here };
    expect(await makeSetOperatorRole(deps)(asked)).toEqual({ ok: true, before: 'support' });
    expect(await read()).toEqual(operator);
    expect(await isOpen()).toBe(true);
  });

  test('is taken away', async () => {
    const { deps, id, read } = await worldOfOne();
    await makeSetOperatorRole(deps)({ within: '*', id, organisationId: first, role: null });
    expect((await read())?.memberships).toEqual([]);
  });

  test.each([
    ['unknown_operator', first, first],
    ['out_of_scope', first, second],
    ['out_of_scope', first, '*'],
  ] as const)('is refused: %s', async (failure, within, organisationId) => {
    const { deps, id, operator, read } = await worldOfOne([there]);
    const asked = { within, id, organisationId, role: 'owner' } as const;
    expect(await makeSetOperatorRole(deps)(asked)).toEqual({ ok: false, failure });
    expect(await read()).toEqual(operator);
  });

  test('is set for each of two who write at once', async () => {
    const { deps, id, read } = await worldOfOne();
    const setRole = makeSetOperatorRole(deps);
    const asked = { within: '*', id, role: 'viewer' } as const;
    await Promise.all([
      setRole({ ...asked, organisationId: second }),
      setRole({ ...asked, organisationId: first }),
    ]);
    expect((await read())?.memberships.map((it) => it.role)).toEqual(['viewer', 'viewer']);
  });
});
