import { describe, expect, test } from '@jest/globals';
import { makeInsertBehind } from '../../../../src/application/commit/insert-behind.js';
import {
  OutcomeUnknownError,
  StoreUnavailableError,
} from '../../../../src/application/ports/failures.js';
import type { Log } from '../../../../src/application/ports/log.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { silentLog } from '../../../support/process.js';
import { buildEntry } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';

const product = buildRow();
const successor = { product, outbox: [buildEntry(product)] };
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('A successor that nobody waits for', () => {
  test('is inserted with its outbox', async () => {
    const { userProducts } = openMemoryStores();
    makeInsertBehind({ userProducts, log: silentLog })(successor);
    await settle();
    const row = await userProducts.find(product.organisationId, product.id);
    expect(row).toMatchObject(successor);
  });

  test.each([
    ['warn', new OutcomeUnknownError()],
    ['warn', new StoreUnavailableError()],
    ['error', new Error('a bug')],
  ] as const)('is left to the drain with a line of level %s after %s', async (level, error) => {
    const lines: unknown[] = [];
    const noted =
      (at: string): Log['warn'] =>
      (_message, facts) =>
        lines.push([at, facts]);
    const log = { ...silentLog, warn: noted('warn'), error: noted('error') };
    const userProducts = { insert: () => Promise.reject(error) };
    makeInsertBehind({ userProducts, log })(successor);
    await settle();
    expect(lines).toEqual([[level, { id: product.id, error }]]);
  });
});
