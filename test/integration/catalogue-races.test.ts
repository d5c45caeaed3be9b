import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TierRow } from '../../src/application/product-groups/group-commands.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import type { Package } from '../../src/domain/catalogue/package.js';
import type { OrganisationId } from '../../src/domain/ids.js';
import { openStores } from '../../src/storage/open-stores.js';
import { openDatabase, type TestDatabase } from '../support/database.js';
import { buildTier } from '../support/domain/build-product-group.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';

/** Two processes on one database, each with connections and a catalogue of its own. */
describe('Two processes that edit one catalogue', () => {
  const databases: TestDatabase[] = [];
  const processes: UseCases[] = [];
  let organisationId: OrganisationId;
  let packages: readonly Package[];
  beforeAll(async () => {
    const database = await openDatabase();
    databases.push(database);
    const stores = openStores(database);
    await stores.database.ensureIndexes();
    const seeded = await seedOrganisation(stores);
    organisationId = seeded.organisation.id;
    ({ packages } = seeded);
    const time = makeTestTime(at('2026-11-01T00:00:00Z'));
    for (let count = 0; count < 2; count += 1) {
      const wait = (milliseconds: number) =>
        new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
      processes.push(startProcess(openStores(database), time, { pause: wait }));
    }
  });
  afterAll(async () => {
    for (const it of databases) await it.close();
  });

  const each = <Answer>(count: number, run: (it: UseCases, n: number) => Promise<Answer>) =>
    Promise.all(
      Array.from({ length: count }, (_, n) => {
        const process = processes[n % processes.length];
        if (process === undefined) throw new Error('there is no process');
        return run(process, n);
      }),
    );
  const rowOf = (pack: Package, position: number, label: string | null = null): TierRow => ({
    ...buildTier({ number: position }),
    id: null,
    packageId: pack.id,
    periodIds: pack.periods.slice(0, 1).map(({ id }) => id),
    label,
  });

  test('replace a product group one after the other, each whole', async () => {
    const [created] = await each(1, (it) =>
      it.createGroup({
        organisationId,
        chosenId: null,
        name: 'start',
        enabled: true,
        forceSameBillingInterval: false,
        tiers: [],
      }),
    );
    if (created?.ok !== true) throw new Error('the group was refused');
    const { id } = created.group;
    const replaced = await each(8, (it, n) =>
      it.replaceGroup({
        organisationId,
        id,
        name: `name ${String(n)}`,
        enabled: true,
        forceSameBillingInterval: null,
        tiers: packages.slice(0, 3).map((pack, k) => rowOf(pack, k + 1, `name ${String(n)}`)),
        ifMatch: null,
      }),
    );
    const versions = replaced.map((it) => (it.ok ? it.group.version : 0));
    expect(versions.toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    const found = await each(2, (it) => it.findGroup({ organisationId, id }));
    for (const it of found) {
      expect(it?.group.version).toBe(9);
      expect(new Set(it?.group.tiers.map(({ label }) => label))).toEqual(new Set([it?.group.name]));
    }
  });

  test('make a product of one number once', async () => {
    const created = await each(8, (it) =>
      it.createPackage({ organisationId, chosenId: null, name: 'A', code: 'one', archived: false }),
    );
    const faults = created.flatMap((it) => ('faults' in it ? it.faults : []));
    expect(faults).toEqual(Array(7).fill({ path: ['code'], code: 'duplicate' }));
  });

  test('lose no period that is added, and no edit of one', async () => {
    const [pack] = packages;
    const [period] = pack?.periods ?? [];
    if (pack === undefined || period === undefined) throw new Error('there is none');
    await each(10, async (it, n) => {
      const own = { organisationId, ifMatch: null };
      if (n % 2 === 0) {
        await it.editPeriod({ ...own, id: period.id, amountMinor: 1_000 + n, billing: {} });
        return;
      }
      await it.createPeriod({
        organisationId,
        chosenId: null,
        packageId: pack.id,
        name: `name ${String(n)}`,
        enabled: true,
        interval: period.interval,
        price: period.price,
        billing: { chargeModel: 'flat_fee' },
      });
    });
    const [record] = await each(1, (it) => it.findPeriodRecord({ organisationId, id: period.id }));
    expect(record?.revision.version).toBe(6);
    expect(record?.package.periods).toHaveLength(pack.periods.length + 5);
  });
});
