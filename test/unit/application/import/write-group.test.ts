import { describe, expect, test } from '@jest/globals';
import { writeGroup } from '../../../../src/application/import/write-group.js';
import type { ProductGroup } from '../../../../src/domain/catalogue/product-group.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import { idOf } from '../../../support/domain/id-of.js';
import { groupOf } from '../../../support/domain/tier-of.js';

const organisationId = idOf<OrganisationId>(1);
const group = groupOf({ number: 800, name: 'as planned' });

/** A store in which each of the first writes finds that somebody else was faster, by the group that is given. */
function storeWith(standing: ProductGroup | null, faster: readonly ProductGroup[] = []) {
  let row = standing;
  const waiting = [...faster];
  const isLate = () => {
    const next = waiting.shift();
    if (next !== undefined) row = next;
    return next !== undefined;
  };
  return {
    row: () => row,
    productGroups: {
      list: () => Promise.resolve(row === null ? [] : [row]),
      insert: (_: unknown, given: ProductGroup) => {
        if (isLate() || row !== null) return Promise.resolve('present' as const);
        row = given;
        return Promise.resolve('inserted' as const);
      },
      replace: (_: unknown, given: ProductGroup) => {
        if (isLate() || row?.version !== given.version - 1) return Promise.resolve(false);
        row = given;
        return Promise.resolve(true);
      },
    },
  };
}

const write = async (store: ReturnType<typeof storeWith>, edits: Partial<ProductGroup> = {}) => {
  const planned = { group: { ...group, ...edits }, standing: null, effect: 'created' } as const;
  await writeGroup(store, organisationId, planned);
  return store.row();
};

describe('A planned product group', () => {
  test('is inserted where there is none', async () => {
    expect(await write(storeWith(null))).toEqual(group);
  });

  test('replaces what stands, and keeps when that was made', async () => {
    const standing = { ...group, name: 'as it was', version: 6 };
    const made = { ...group, createdAt: group.updatedAt };
    expect(await write(storeWith(standing), made)).toEqual({ ...made, version: 7 });
  });

  test('is tried again upon what somebody else has written meanwhile', async () => {
    const [first, second] = [
      { ...group, name: 'first' },
      { ...group, name: 'second', version: 2 },
    ];
    expect(await write(storeWith(null, [first, second]))).toEqual({ ...group, version: 3 });
  });

  test('is left alone where somebody else has written the same meanwhile', async () => {
    const same = { ...group, version: 4 };
    expect(await write(storeWith(null, [same]))).toEqual(same);
  });

  test('is given up where others are always faster', async () => {
    const faster = Array.from({ length: 9 }, (_, n) => ({ ...group, name: String(n) }));
    await expect(write(storeWith(null, faster))).rejects.toThrow('edited again and again');
  });

  test('is not written where it would be the same', async () => {
    const store = storeWith(null);
    await writeGroup(store, organisationId, { group, standing: group, effect: 'unchanged' });
    expect(store.row()).toBeNull();
  });
});
