import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import type { Stores } from '../../../../src/storage/open-stores.js';
import { buildCommit } from '../../../support/stored/build-commit.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { versionOf, type WritePath } from './write-path.js';

const insertRow = async ({ userProducts }: Stores, edits: Partial<UserProduct> = {}) => {
  const row = buildRow(edits);
  await userProducts.insert(row.organisationId, { product: row, outbox: [] });
  return row;
};

/** So many at once that the last of them go out together. */
const many = Array.from({ length: 6 });

/** Writes on a user product that is there. */
export const commitPaths: readonly WritePath[] = [
  {
    name: 'a commit that goes alone',
    command: 'findAndModify',
    prepare: async (stores) => {
      const row = await insertRow(stores);
      return {
        run: () => stores.userProducts.commit(row.organisationId, buildCommit(row)),
        isStored: async () => (await versionOf(stores, row)) === 2,
      };
    },
  },
  {
    name: 'commits that go together',
    command: 'update',
    isSentAgain: true,
    prepare: async (stores) => {
      const rows = await Promise.all(many.map(() => insertRow(stores)));
      const last = rows.at(-1) ?? buildRow();
      return {
        run: () =>
          Promise.all(
            rows.map((row) => stores.userProducts.commit(row.organisationId, buildCommit(row))),
          ),
        isStored: async () => (await versionOf(stores, last)) === 2,
      };
    },
  },
  {
    name: 'the bulk of a period end',
    command: 'update',
    prepare: async (stores) => {
      const row = await insertRow(stores);
      return {
        run: () => stores.userProducts.commitMany(row.organisationId, [buildCommit(row)]),
        isStored: async () => (await versionOf(stores, row)) === 2,
      };
    },
  },
  {
    name: 'an answer that is kept in a user product',
    command: 'update',
    prepare: async (stores) => {
      const row = await insertRow(stores);
      const record = { keyHash: 'k', commandHash: 'c', status: 200, body: '{}', keptAt: 0 };
      const kept = { before: [], fresh: [], record };
      const find = () => stores.userProducts.find(row.organisationId, row.id);
      return {
        run: () => stores.userProducts.keepAnswer(row.organisationId, row, kept),
        isStored: async () => (await find())?.keptAnswers.length === 1,
      };
    },
  },
];
