import { describe, expect, test } from '@jest/globals';
import { makeAddOperator } from '../../../../src/application/operators/add-operator.js';
import { makeListOperators } from '../../../../src/application/operators/list-operators.js';
import { first, operatorWorld, second } from './operator-world.js';

const ada = { within: '*', name: ' Ada ', email: 'Ada@A.test', role: 'owner' } as const;

describe('An operator who is added', () => {
  test('has one role, no passkey, and an address in lower case', async () => {
    const { deps } = operatorWorld();
    const added = await makeAddOperator(deps)({ ...ada, organisationId: first });
    const memberships = [{ organisationId: first, role: 'owner' }];
    const known = { name: 'Ada', email: 'ada@a.test', memberships, disabled: false };
    expect(await makeListOperators(deps)('*')).toMatchObject([
      { ...known, passkeys: 0, isFromProvider: false },
    ]);
    expect(added.ok && (await deps.operators.find(added.id))?.version).toBe(1);
  });

  test.each([
    ['name_not_allowed', { name: ' ' }],
    ['email_not_allowed', { email: 'ada' }],
    ['out_of_scope', { within: second }],
    ['out_of_scope', { within: first, organisationId: '*' }],
  ] as const)('is refused: %s', async (failure, edits) => {
    const { deps } = operatorWorld();
    const refused = await makeAddOperator(deps)({ ...ada, organisationId: first, ...edits });
    expect(refused).toEqual({ ok: false, failure });
    expect(await deps.operators.list()).toEqual([]);
  });

  test('is refused with an address that somebody has', async () => {
    const { deps, insert } = operatorWorld();
    await insert({ email: 'ada@a.test' });
    const refused = await makeAddOperator(deps)({ ...ada, organisationId: '*' });
    expect(refused).toEqual({ ok: false, failure: 'email_taken' });
  });
});
