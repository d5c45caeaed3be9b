import { describe, expect, test } from '@jest/globals';
import type { AccountId } from '../../../../src/domain/ids.js';
import type { Ruling } from '../../../../src/domain/user-product/ruling.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { makeWriteByRule } from '../../../../src/application/commit/write-by-rule.js';
import { newId } from '../../../support/stored/ids.js';
import { type AttemptsWorld, makeAttemptsWorld } from './attempts-world.js';

const refuses = (): Ruling<'user_product_not_active'> => ({
  rule: 'refuse',
  refusals: [{ reason: 'user_product_not_active', facts: {} }],
});
const answers = ({ id }: UserProduct): Ruling<never> => ({ rule: 'unchanged', id });

async function world() {
  const it = await makeAttemptsWorld();
  const commits = (product: UserProduct, now: typeof product.validFrom): Ruling<never> => ({
    rule: 'commit',
    ...it.cancelling({ product, now }),
  });
  return { ...it, commits, writeByRule: makeWriteByRule(it) };
}

const guards = {
  keyed: { keyHash: 'key', commandHash: 'command' },
  ifMatch: null,
  answerOf: ({ id }: { readonly id: string }) => ({ status: 200, body: id }),
};

describe('A write by one rule', () => {
  test('of what is not there is not found, and no rule is asked', async () => {
    const { writeByRule, write } = await world();
    const key = { ...write.key, accountId: newId<AccountId>() };
    const asked = () => {
      throw new Error('a rule was asked');
    };
    expect(await writeByRule({ ...write, key }, asked)).toEqual({
      ok: false,
      failure: 'not_found',
    });
  });

  test('is refused for what the rule says', async () => {
    const { writeByRule, write, row, product } = await world();
    expect(await writeByRule(write, refuses)).toEqual({
      ok: false,
      failure: 'refused',
      refusals: [{ reason: 'user_product_not_active', facts: {} }],
    });
    expect((await row()).product).toEqual(product);
  });

  test('answers where it is like that already', async () => {
    const { writeByRule, write, row, product } = await world();
    expect(await writeByRule(write, answers)).toMatchObject({ ok: true, id: product.id });
    expect((await row()).product).toEqual(product);
  });

  test('commits what the rule decides', async () => {
    const { writeByRule, write, row, product, commits } = await world();
    expect(await writeByRule(write, commits)).toMatchObject({ ok: true, id: product.id });
    expect((await row()).product).toMatchObject({ state: 'cancelled', version: 2 });
  });

  test('is decided anew where the row has moved, on the row as it is then', async () => {
    let isFirst = true;
    const moving: AttemptsWorld = await makeAttemptsWorld({
      userProducts: {
        commit: async (organisationId, commit) => {
          if (isFirst) await moving.move();
          isFirst = false;
          return moving.stores.userProducts.commit(organisationId, commit);
        },
      },
    });
    const versions: number[] = [];
    const result = await makeWriteByRule(moving)(moving.write, (product, now) => {
      versions.push(product.version);
      return { rule: 'commit', ...moving.cancelling({ product, now }) };
    });
    expect(result).toMatchObject({ ok: true });
    expect(versions).toEqual([1, 2]);
    expect((await moving.row()).product).toMatchObject({ state: 'cancelled', version: 3 });
  });

  test('repeats the answer of its key before the rule and the conditions are asked', async () => {
    const { writeByRule, write, product, commits } = await world();
    await writeByRule({ ...write, guards }, commits);
    const stale = { ...guards, ifMatch: [1] };
    const again = { ...write, guards: stale, changeId: newId<typeof write.changeId>() };
    expect(await writeByRule(again, refuses)).toEqual({
      ok: true,
      replayed: { status: 200, body: product.id },
    });
  });

  test('fails by the caller’s own conditions before the rule is asked', async () => {
    const { writeByRule, write, row } = await world();
    const stale = { ...write, guards: { ...write.guards, ifMatch: [9] } };
    expect(await writeByRule(stale, refuses)).toEqual({ ok: false, failure: 'version_mismatch' });
    expect((await row()).product.version).toBe(1);
  });
});
