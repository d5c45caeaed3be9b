import { describe, expect, test } from '@jest/globals';
import {
  isLastWayIn,
  makeAddPasskey,
  makeAskNewPasskey,
  makeReadWaysIn,
  makeRemovePasskey,
} from '../../../../src/application/operators/own-passkeys.js';
import type { OperatorId } from '../../../../src/domain/ids.js';
import { newId } from '../../../support/stored/ids.js';
import { party, passkey, worldOfPasskeys } from './log-in-world.js';
import { noon } from './operator-world.js';

describe('The ways in of an operator', () => {
  test('are told without a key of them', async () => {
    const { deps, id } = await worldOfPasskeys({ identity: 'https://id.test a' });
    expect(await makeReadWaysIn(deps)(id)).toEqual({
      passkeys: [{ id: 'one', addedAt: noon }],
      isFromProvider: true,
    });
    const without = makeReadWaysIn({ ...deps, hasProvider: false });
    expect(await without(id)).toMatchObject({ isFromProvider: false });
    expect(await makeReadWaysIn(deps)(newId<OperatorId>())).toBeNull();
  });

  test('are over with the last passkey where no provider knows them', () => {
    const passkeys = [{ id: 'one', addedAt: noon }];
    const two = [...passkeys, { id: 'two', addedAt: noon }];
    expect(isLastWayIn({ passkeys, isFromProvider: false }, 'one')).toBe(true);
    expect(isLastWayIn({ passkeys, isFromProvider: true }, 'one')).toBe(false);
    expect(isLastWayIn({ passkeys: two, isFromProvider: false }, 'one')).toBe(false);
  });
});

describe('A new passkey', () => {
  const made = async (count = 1) => {
    const passkeys = Array.from({ length: count }, (_, it) => ({
      ...passkey,
      id: `p${String(it)}`,
    }));
    const world = await worldOfPasskeys({ passkeys });
    const begun = await makeAskNewPasskey(world.deps)(world.id, party);
    const sealed = begun?.sealed ?? null;
    const given = { ...world.answered({ passkeyId: 'new', counter: 0 }), operatorId: world.id };
    const add = makeAddPasskey(world.deps);
    return { ...world, begun, sealed, given, add };
  };

  test('is begun for one operator', async () => {
    const { deps, id, begun } = await made();
    expect(begun?.options).toBe(`add ${id}`);
    expect(await makeAskNewPasskey(deps)(newId<OperatorId>(), party)).toBeNull();
  });

  test('is kept beside the others, once', async () => {
    const { add, given, sealed, read } = await made();
    expect(await add({ ...given, sealed })).toEqual({ ok: true });
    expect(await add({ ...given, sealed })).toEqual({ ok: true });
    const kept = { ...passkey, id: 'new', counter: 0 };
    expect((await read())?.passkeys).toEqual([{ ...passkey, id: 'p0' }, kept]);
  });

  test('is refused where another browser, or another operator, has begun it', async () => {
    const { add, given, read, operator } = await made();
    const others = { kind: 'new_passkey', challenge: 'asked', operatorId: newId() };
    for (const sealed of [null, 'over', given.sealed, JSON.stringify(others)]) {
      expect(await add({ ...given, sealed })).toEqual({ ok: false, failure: 'passkey_refused' });
    }
    expect(await read()).toEqual(operator);
  });

  test('is refused beside 20 others', async () => {
    const { add, given, sealed } = await made(20);
    const answer = await add({ ...given, sealed });
    expect(answer).toEqual({ ok: false, failure: 'too_many_passkeys' });
  });
});

describe('A passkey that is removed', () => {
  test('is gone, and gone again', async () => {
    const passkeys = [passkey, { ...passkey, id: 'two' }];
    const { deps, id, read } = await worldOfPasskeys({ passkeys });
    const remove = makeRemovePasskey(deps);
    const asked = { operatorId: id, passkeyId: 'one', isLastTold: false };
    expect(await remove(asked)).toEqual({ ok: true });
    expect(await remove(asked)).toEqual({ ok: true });
    expect((await read())?.passkeys.map((it) => it.id)).toEqual(['two']);
  });

  test('is the last way in only for somebody who was told so', async () => {
    const { deps, id, read } = await worldOfPasskeys();
    const remove = makeRemovePasskey(deps);
    const asked = { operatorId: id, passkeyId: 'one' };
    expect(await remove({ ...asked, isLastTold: false })).toEqual({
      ok: false,
      failure: 'last_way_in',
    });
    expect((await read())?.passkeys).toEqual([passkey]);
    expect(await remove({ ...asked, isLastTold: true })).toEqual({ ok: true });
    expect((await read())?.passkeys).toEqual([]);
  });

  test('was never there of nobody', async () => {
    const { deps } = await worldOfPasskeys();
    const operatorId = newId<OperatorId>();
    const asked = { operatorId, passkeyId: 'one', isLastTold: true };
    const failure = 'unknown_operator';
    expect(await makeRemovePasskey(deps)(asked)).toEqual({ ok: false, failure });
  });
});
