import { describe, expect, test } from '@jest/globals';
import { makeReadConsoleOperator } from '../../../../src/application/operators/read-console-operator.js';
import type { AccountId } from '../../../../src/domain/ids.js';
import { idOf } from '../../../support/domain/id-of.js';
import { first, noon, worldOfLinks } from './operator-world.js';

describe('The operator of a session', () => {
  const session = (owner: Parameters<ReturnType<typeof makeReadConsoleOperator>>[0]['owner']) => ({
    owner,
    provedAt: noon,
  });

  test('is read as they are now', async () => {
    const { deps, operator, id } = await worldOfLinks();
    const { name, email, memberships } = operator;
    const read = makeReadConsoleOperator(deps);
    const seen = await read(session({ kind: 'console', operatorId: id }));
    expect(seen).toEqual({ id, name, email, memberships, provedAt: noon });
  });

  test.each([
    ['is disabled', { disabled: true }],
    ['is nothing to anybody', { memberships: [] }],
  ])('is nobody once they %s', async (_, edits) => {
    const { deps, operator, id } = await worldOfLinks();
    await deps.operators.replace({ ...operator, ...edits, version: 2 });
    const read = makeReadConsoleOperator(deps);
    expect(await read(session({ kind: 'console', operatorId: id }))).toBeNull();
  });

  test('is nobody in a session of the portal', async () => {
    const { deps } = await worldOfLinks();
    const owner = { kind: 'portal', organisationId: first, accountId: idOf<AccountId>(8) } as const;
    expect(await makeReadConsoleOperator(deps)(session(owner))).toBeNull();
  });
});
