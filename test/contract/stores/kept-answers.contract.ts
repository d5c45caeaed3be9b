import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IdempotencyRecord } from '../../../src/application/ports/idempotency-store.js';
import type {
  KeptAnswers,
  UserProductStore,
} from '../../../src/application/ports/user-product-store.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { at } from '../../support/domain/at.js';
import { buildCommit } from '../../support/stored/build-commit.js';
import { buildRow } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

const answerTo = (keyHash: string): IdempotencyRecord => ({
  keyHash,
  commandHash: `command of ${keyHash}`,
  status: 200,
  body: `{"id":"${keyHash}"}`,
  keptAt: at('2026-05-01T12:00:00Z'),
});
const [first, second] = [answerTo('first'), answerTo('second')];

/** As somebody keeps it who has read those. */
const kept = (
  record: IdempotencyRecord,
  before: readonly IdempotencyRecord[] = [],
): KeptAnswers => ({
  before,
  fresh: before,
  record,
});

/** What use cases may rely on where an answer is kept for its key (docs/architecture.md §5). */
export function keptAnswersContract(open: OpenStores): void {
  describe('A store of user products keeps answers', () => {
    let store: UserProductStore;
    let close: () => Promise<void>;
    beforeAll(async () => {
      const opened = await open();
      store = opened.stores.userProducts;
      ({ close } = opened);
    });
    afterAll(() => close());

    const inserted = async () => {
      const row = buildRow();
      await store.insert(row.organisationId, { product: row, outbox: [] });
      return row;
    };
    const keep = (row: UserProduct, answers: KeptAnswers) =>
      store.keepAnswer(row.organisationId, row, answers);
    const read = async ({ organisationId, id }: UserProduct) => {
      const found = await store.find(organisationId, id);
      return { answers: found?.keptAnswers, version: found?.product.version };
    };

    test('one after the other, and the version stays', async () => {
      const row = await inserted();
      expect(await keep(row, kept(first))).toBe('done');
      expect(await keep(row, kept(second, [first]))).toBe('done');
      expect(await read(row)).toEqual({ answers: [first, second], version: row.version });
    });

    test('and lets those go that are no longer fresh', async () => {
      const row = await inserted();
      await keep(row, kept(first));
      expect(await keep(row, { before: [first], fresh: [], record: second })).toBe('done');
      expect((await read(row)).answers).toEqual([second]);
    });

    test('none where another was kept since it was read: no answer is lost', async () => {
      const row = await inserted();
      await keep(row, kept(first));
      expect(await keep(row, kept(second))).toBe('lost');
      expect((await read(row)).answers).toEqual([first]);
    });

    test('none where the row has moved since it was read', async () => {
      const row = await inserted();
      await store.commit(row.organisationId, buildCommit(row));
      expect(await keep(row, kept(first))).toBe('lost');
      expect((await read(row)).answers).toEqual([]);
    });

    test('none in a row of another organisation or account', async () => {
      const row = await inserted();
      expect(await keep({ ...row, organisationId: newId() }, kept(first))).toBe('lost');
      expect(await keep({ ...row, accountId: newId() }, kept(first))).toBe('lost');
      expect((await read(row)).answers).toEqual([]);
    });

    test('with a commit, which is lost where another was kept since it was read', async () => {
      const row = await inserted();
      await keep(row, kept(first));
      const commit = (answers: KeptAnswers) =>
        store.commit(row.organisationId, buildCommit(row, { kept: answers }));
      expect(await commit(kept(second))).toBe('lost');
      expect(await read(row)).toEqual({ answers: [first], version: row.version });
      expect(await commit(kept(second, [first]))).toBe('done');
      expect(await read(row)).toEqual({ answers: [first, second], version: row.version + 1 });
    });
  });
}
