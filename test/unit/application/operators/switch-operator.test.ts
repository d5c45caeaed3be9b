import { describe, expect, test } from '@jest/globals';
import {
  makeDisableOperator,
  makeEnableOperator,
} from '../../../../src/application/operators/switch-operator.js';
import { first, here, insertSession, second, there, worldOfOne } from './operator-world.js';

describe('An operator who is disabled', () => {
  test('has nothing open any more, and may come in again when enabled', async () => {
    const { deps, id, operator, isOpen, read } = await worldOfOne();
    expect(await makeDisableOperator(deps)({ within: first, id })).toEqual({ ok: true });
    expect(await read()).toEqual({ ...operator, disabled: true, version: 2 });
    expect(await isOpen()).toBe(false);
    expect(await makeEnableOperator(deps)({ within: '*', id })).toEqual({ ok: true });
    expect((await read())?.disabled).toBe(false);
  });

  test('does not get back what a log-in left open that met the switch', async () => {
    const { deps, id, isOpen } = await worldOfOne();
    await makeDisableOperator(deps)({ within: '*', id });
    await insertSession(deps, id, 'open');
    await makeEnableOperator(deps)({ within: '*', id });
    expect(await isOpen()).toBe(false);
  });

  test('is not written again', async () => {
    const { deps, id, read } = await worldOfOne();
    await makeDisableOperator(deps)({ within: '*', id });
    await makeDisableOperator(deps)({ within: '*', id });
    expect((await read())?.version).toBe(2);
  });

  test.each([
    ['unknown_operator', second, [here]],
    ['unknown_operator', first, []],
    ['operator_of_others', first, [here, there]],
  ] as const)('is refused as %s to whoever owns another organisation', async (...given) => {
    const [failure, within, memberships] = given;
    const { deps, id, operator, isOpen, read } = await worldOfOne(memberships);
    expect(await makeDisableOperator(deps)({ within, id })).toEqual({ ok: false, failure });
    expect(await read()).toEqual(operator);
    expect(await isOpen()).toBe(true);
  });
});
