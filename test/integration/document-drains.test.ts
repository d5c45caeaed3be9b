import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OutcomeUnknownError } from '../../src/application/ports/failures.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { BillingDocument } from '../../src/domain/billing/billing-document.js';
import type { OrganisationId } from '../../src/domain/ids.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { readLog } from '../support/broken-promises.js';
import { Crash, interruptedStores } from '../support/interrupted-stores.js';
import { at } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import {
  buildDocument,
  buildDocumentEvent,
  documentEntry,
} from '../support/stored/build-document.js';
import { buildChange, buildEntry } from '../support/stored/build-entry.js';
import { buildRow } from '../support/stored/build-row.js';
import { newId } from '../support/stored/ids.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const now = makeTestTime(at('2026-05-02T00:00:00Z'));

let database: TestStores;
let stores: ChangeStores;
beforeAll(async () => {
  database = await openTestStores();
  stores = database.stores;
});
afterAll(() => database.close());

/** User products whose outboxes hold a change, then a later invoice: two invoices and one credit note each. */
async function insertRows(organisationId: OrganisationId, count: number) {
  const rows = Array.from({ length: count }, () => {
    const product = buildRow({ organisationId });
    const change = buildChange(product);
    const first = { ...documentEntry(product), changeRows: [{ write: 'open', change } as const] };
    const later = buildDocumentEvent(product, buildDocument(product), {
      sequence: product.lastSequence + first.events.length,
    });
    return { product, outbox: [first, buildEntry(product, { events: [later] })], change };
  });
  await database.stores.outboxes.insertSuccessors(rows);
  return rows;
}

type Rows = Awaited<ReturnType<typeof insertRows>>;

const drain = (organisationId: OrganisationId, own = stores) =>
  startProcess(own, now).drainOutbox(organisationId);
const seriesOf = (organisationId: OrganisationId, type: BillingDocument['type']) =>
  stores.documents.series(organisationId, { type, after: 0, limit: 10_000 });
const idsOf = (documents: readonly BillingDocument[]) => documents.map((it) => it.id);
const broughtBy = ({ outbox }: Rows[number]) =>
  outbox.flatMap(({ events }) =>
    events.flatMap(({ type, document }) => (type.endsWith('.created') ? (document ?? []) : [])),
  );

/** Each document once, numbered 1, 2, 3 …; those of a user product in its order; the log tells of them by these numbers. */
async function expectAllDone(organisationId: OrganisationId, rows: Rows) {
  const all = rows.flatMap(broughtBy);
  const places = new Map<string, number>();
  for (const type of ['invoice', 'credit_note'] as const) {
    const series = await seriesOf(organisationId, type);
    expect(series.map((it) => it.sequence)).toEqual(series.map((_, index) => index + 1));
    expect(idsOf(series).toSorted()).toEqual(
      idsOf(all.filter((it) => it.type === type)).toSorted(),
    );
    for (const { id, sequence } of series) places.set(id, sequence);
  }
  for (const row of rows) {
    const own = broughtBy(row).filter((it) => it.type === 'invoice');
    const given = own.map((it) => places.get(it.id) ?? 0);
    expect(given).toEqual(given.toSorted((a, b) => a - b));
    expect(await stores.changes.find(organisationId, row.change.id)).not.toBeNull();
    expect(await outboxOf(row.product)).toEqual([]);
  }
  const log = await readLog(stores, organisationId);
  const told = rows.flatMap(({ outbox }) => outbox.flatMap(({ events }) => events));
  expect(log.map(({ event }) => event.id).toSorted()).toEqual(told.map((it) => it.id).toSorted());
  const documents = log.flatMap(({ event: { document } }) => document ?? []);
  expect(documents.map((it) => it.sequence)).toEqual(documents.map((it) => places.get(it.id)));
}

async function outboxOf({ organisationId, id }: UserProduct) {
  return (await stores.userProducts.find(organisationId, id))?.outbox;
}

describe('Documents that wait', () => {
  test('are numbered once and without a gap by two drainers over hundreds of them', async () => {
    const organisationId = newId<OrganisationId>();
    const rows = await insertRows(organisationId, 300);
    await Promise.all([drain(organisationId), drain(organisationId)]);
    await expectAllDone(organisationId, rows);
  });

  test('are so by twenty that drain in parallel, and by those that come afterwards', async () => {
    const organisationId = newId<OrganisationId>();
    const rows = await insertRows(organisationId, 20);
    await Promise.all(Array.from({ length: 20 }, () => drain(organisationId)));
    await expectAllDone(organisationId, rows);
    const more = await insertRows(organisationId, 5);
    await Promise.all(Array.from({ length: 3 }, () => drain(organisationId)));
    await expectAllDone(organisationId, [...rows, ...more]);
  });

  test.each(['before', 'after'] as const)(
    'are neither lost nor doubled where a drainer dies %s any of its commands',
    async (when) => {
      const stoppedAt: string[] = [];
      for (let atCall = 1; ; atCall += 1) {
        const organisationId = newId<OrganisationId>();
        const rows = await insertRows(organisationId, 2);
        const dying = interruptedStores(stores, { kind: 'crash', atCall, when });
        await untilDeath(drain(organisationId, dying.stores));
        await drain(organisationId);
        await expectAllDone(organisationId, rows);
        if (!dying.hasDied()) break;
        stoppedAt.push(dying.calls.at(-1) ?? '');
      }
      const inOrder = ['documents.append', 'documents.append', 'changes.write', 'events.append'];
      expect(stoppedAt.filter((it) => inOrder.includes(it))).toEqual(inOrder);
    },
  );

  test.each(['documents.append', 'changes.write', 'events.append'] as const)(
    'change nothing any more for a drainer that comes back after %s, when another has done it all',
    async (command) => {
      const organisationId = newId<OrganisationId>();
      const rows = await insertRows(organisationId, 3);
      const [store, method] = command.split('.') as ['documents', 'append'];
      let others = 0;
      const late: typeof stores.documents.append = async (...asked) => {
        const answer = await stores[store][method](...asked);
        others += await drain(organisationId);
        return answer;
      };
      await drain(organisationId, { ...stores, [store]: { ...stores[store], [method]: late } });
      expect(others).toBe(3);
      await expectAllDone(organisationId, rows);
    },
  );

  test('keep their numbers where the reply to their insert is lost', async () => {
    const organisationId = newId<OrganisationId>();
    const rows = await insertRows(organisationId, 3);
    const append: typeof stores.documents.append = async (...asked) => {
      await stores.documents.append(...asked);
      throw new OutcomeUnknownError();
    };
    const losing = { ...stores, documents: { ...stores.documents, append } };
    await expect(drain(organisationId, losing)).rejects.toThrow(OutcomeUnknownError);
    const written = await seriesOf(organisationId, 'credit_note');
    expect(written).toHaveLength(3);
    await drain(organisationId);
    expect(await seriesOf(organisationId, 'credit_note')).toEqual(written);
    await expectAllDone(organisationId, rows);
  });
});

async function untilDeath(run: Promise<unknown>): Promise<void> {
  await run.catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error;
  });
}
