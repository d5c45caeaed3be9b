import { describe, expect, test } from '@jest/globals';
import {
  editOperator,
  isKnownWithin,
  whyOutOfReach,
} from '../../../../src/application/operators/edit-operator.js';
import type { OperatorStore } from '../../../../src/application/ports/operator-store.js';
import { buildOperator } from '../../../support/domain/build-operator.js';
import { newId } from '../../../support/stored/ids.js';
import { first, here, operatorWorld, second, there } from './operator-world.js';

const edits = () => ({ ok: true, edits: { name: 'B' } }) as const;

describe('An edit of an operator', () => {
  test('is written on what they are now, also where others come first', async () => {
    const { deps, insert } = operatorWorld();
    const { id } = await insert();
    await Promise.all([1, 2, 3].map(() => editOperator(deps, id, edits)));
    expect(await deps.operators.find(id)).toMatchObject({ name: 'B', version: 4 });
  });

  test('of nobody is refused', async () => {
    const { deps } = operatorWorld();
    expect(await editOperator(deps, newId(), edits)).toEqual({
      ok: false,
      failure: 'unknown_operator',
    });
  });

  test('that is refused, or makes nothing different, writes nothing', async () => {
    const { deps, insert } = operatorWorld();
    const operator = await insert();
    const refusal = { ok: false, failure: 'no' } as const;
    expect(await editOperator(deps, operator.id, () => refusal)).toBe(refusal);
    const same = await editOperator(deps, operator.id, () => ({ ok: true, edits: {} }));
    expect(same).toEqual({ ok: true, before: operator, after: operator });
    expect(await deps.operators.find(operator.id)).toEqual(operator);
  });

  test.each([
    ['moved', 'an operator was written by others all the time'],
    ['taken', 'an edit must not take what is another operator’s'],
  ] as const)('that is always %s ends', async (answer, message) => {
    const { deps, insert } = operatorWorld();
    const { id } = await insert();
    const replace: OperatorStore['replace'] = () => Promise.resolve(answer);
    const broken = { operators: { ...deps.operators, replace } };
    await expect(editOperator(broken, id, edits)).rejects.toThrow(message);
  });
});

describe('An owner of one organisation', () => {
  test('knows who is something there, and reaches who is nothing elsewhere', () => {
    const [own, both] = [
      buildOperator({ memberships: [here] }),
      buildOperator({ memberships: [here, there] }),
    ];
    expect([own, both].map((it) => isKnownWithin(it, first))).toEqual([true, true]);
    expect([own, both].map((it) => isKnownWithin(it, second))).toEqual([false, true]);
    expect(whyOutOfReach(own, first)).toBeNull();
    expect(whyOutOfReach(both, first)).toMatchObject({ failure: 'operator_of_others' });
    expect(whyOutOfReach(own, second)).toMatchObject({ failure: 'unknown_operator' });
    expect(whyOutOfReach(null, '*')).toMatchObject({ failure: 'unknown_operator' });
    expect(whyOutOfReach(both, '*')).toBeNull();
  });
});
