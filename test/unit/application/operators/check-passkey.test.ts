import { describe, expect, test } from '@jest/globals';
import { checkPasskey } from '../../../../src/application/operators/check-passkey.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { newId } from '../../../support/stored/ids.js';
import { passkey, worldOfPasskeys } from './log-in-world.js';
import { noon } from './operator-world.js';

describe('A passkey', () => {
  test('says whose it is, and what it counts is kept', async () => {
    const { deps, id, answered, read } = await worldOfPasskeys();
    expect(await checkPasskey(deps, answered())).toBe(id);
    expect((await read())?.passkeys).toEqual([{ ...passkey, counter: 4, answeredAt: noon }]);
  });

  test('that does not count may be used again and again, by another log-in each time', async () => {
    const passkeys = [{ ...passkey, counter: 0 }];
    const { deps, id, answered } = await worldOfPasskeys({ passkeys });
    const first = answered({ counter: 0 });
    const second = answered({ counter: 0 }, toInstant(noon + 1));
    expect(await checkPasskey(deps, first)).toBe(id);
    expect(await checkPasskey(deps, second)).toBe(id);
    expect(await checkPasskey(deps, first)).toBeNull();
    expect(await checkPasskey(deps, second)).toBeNull();
  });

  test('that does not count is good for one of two who come with the same answer', async () => {
    const passkeys = [{ ...passkey, counter: 0 }];
    const { deps, id, answered } = await worldOfPasskeys({ passkeys });
    const given = answered({ counter: 0 });
    const both = await Promise.all([given, given].map((it) => checkPasskey(deps, it)));
    expect(both.toSorted()).toEqual([id, null]);
  });

  test('that counts is good for one of two who come with the same count', async () => {
    const { deps, id, answered } = await worldOfPasskeys();
    const both = await Promise.all([answered(), answered()].map((it) => checkPasskey(deps, it)));
    expect(both.toSorted()).toEqual([id, null]);
  });

  test('proves nothing by another challenge, in another browser, or of somebody else', async () => {
    const { deps, answered, read, operator } = await worldOfPasskeys();
    const given = answered();
    for (const it of [
      answered({ challenge: 'another' }),
      { ...given, sealed: null },
      { ...given, sealed: 'over' },
      { ...given, sealed: JSON.stringify({ kind: 'new_passkey', challenge: 'asked' }) },
      { ...given, answer: 'rubbish' },
      answered({ operatorId: newId() }),
      answered({ operatorId: 'no id' }),
      answered({ passkeyId: 'two' }),
    ]) {
      expect(await checkPasskey(deps, it)).toBeNull();
    }
    expect(await read()).toEqual(operator);
  });

  test('of somebody who may not come in is nobody’s', async () => {
    for (const edits of [{ disabled: true }, { memberships: [] }]) {
      const { deps, answered } = await worldOfPasskeys(edits);
      expect(await checkPasskey(deps, answered())).toBeNull();
    }
  });
});
