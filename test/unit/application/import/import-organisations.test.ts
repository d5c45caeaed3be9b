import { beforeEach, describe, expect, test } from '@jest/globals';
import { parseInstant } from '../../../../src/domain/time/instant-text.js';
import { fileDraft, ids } from '../../cli/import-file-text.js';
import { bringFiles, otherId } from './bring-files.js';
import { realNow } from './in-memory-installation.js';

let files: ReturnType<typeof bringFiles>;
beforeEach(() => {
  files = bringFiles();
});

const createdRow = () => files.installation.userProducts.get(ids.userProduct);
const instant = (iso: string) => parseInstant(iso);
const pendingChange = { kind: 'downgrade', package_code: 'offer', period_id: ids.campaignPeriod };

describe('a first import', () => {
  test('writes everything, and drains the outbox of the organisation', async () => {
    const [plan] = await files.bring(fileDraft);
    expect(plan?.organisation).toBe('created');
    expect(files.installation.writes).toEqual([
      `organisation ${ids.organisation}`,
      'package basic',
      'package offer',
      `account ${ids.account}`,
      'client demo',
      `user product ${ids.userProduct}`,
    ]);
    expect(files.installation.drained).toEqual([ids.organisation]);
  });

  test('makes a user product the first of its chain, sold at the period as it stands', async () => {
    await files.bring(fileDraft);
    expect(createdRow()?.product).toMatchObject({
      subscriptionId: ids.userProduct,
      organisationId: ids.organisation,
      packageId: ids.package,
      packageCode: 'basic',
      titleCode: 'adeprimo',
      createdFrom: 'import',
      version: 1,
      lastSequence: 1,
      soldPeriod: { periodId: ids.period, price: { amountMinor: 10_000, currency: 'SEK' } },
      validFrom: instant('2026-11-01T00:00:00+01:00'),
      anchor: { at: instant('2026-11-01T00:00:00+01:00'), billingDay: 1 },
      createdAt: realNow,
    });
  });

  test('tells of it by one event, which waits in its outbox', async () => {
    await files.bring(fileDraft);
    expect(createdRow()?.outbox).toMatchObject([
      {
        createdAt: realNow,
        changeRows: [],
        events: [{ type: 'user_product_created', sequence: 1 }],
      },
    ]);
  });

  test('keeps no secret in the clear', async () => {
    await files.bring(fileDraft);
    expect(JSON.stringify([...files.installation.clients.values()])).not.toContain('demo-secret');
  });
});

describe('a client whose secret was withheld', () => {
  const withheld = fileDraft.without('clients.0.secret').with('clients.0.secret_withheld', true);

  test('is made where there is none, and no secret lets anybody in', async () => {
    const [plan] = await files.bring(withheld);
    expect(plan?.clients[0]?.effect).toBe('created');
    expect(files.installation.clients.get('demo')?.secretHash).toBe('withheld');
  });

  test('keeps its secret where there is one', async () => {
    await files.bring(fileDraft);
    const before = files.installation.clients.get('demo');
    const [plan] = await files.bring(withheld);
    expect(plan?.clients[0]?.effect).toBe('unchanged');
    expect(files.installation.clients.get('demo')).toEqual(before);
  });
});

describe('relative dates', () => {
  const relative = fileDraft
    .with('user_products.0.valid_from', '-10D')
    .with('user_products.0.valid_to', '+1M');

  test('count from now when the row is created', async () => {
    await files.bring(relative);
    expect(createdRow()?.product).toMatchObject({
      validFrom: instant('2026-11-05T12:00:00+01:00'),
      validTo: instant('2026-12-15T12:00:00+01:00'),
    });
  });

  test('count from the organisation’s own clock where it has one', async () => {
    await files.bring(fileDraft.with('user_products', []));
    const standing = files.installation.organisations.get(ids.organisation);
    const testClockAt = instant('2027-01-31T08:00:00+01:00');
    if (standing !== undefined)
      files.installation.organisations.set(standing.id, { ...standing, testClockAt });
    await files.bring(relative);
    expect(createdRow()?.product.validTo).toBe(instant('2027-02-28T08:00:00+01:00'));
  });
});

describe('a second import', () => {
  test('of the same file writes nothing', async () => {
    await files.bring(fileDraft);
    const before = files.installation.writes.length;
    const [plan] = await files.bring(fileDraft);
    expect(files.installation.writes).toHaveLength(before);
    expect(plan).toMatchObject({ organisation: 'unchanged', accounts: [], userProducts: [] });
    expect(plan?.packages.map((it) => it.effect)).toEqual(['unchanged', 'unchanged']);
    expect(plan?.clients.map((it) => it.effect)).toEqual(['unchanged']);
  });

  test('of a file without ids writes nothing either', async () => {
    const bare = fileDraft
      .without('packages.0.id')
      .without('packages.1.id')
      .without('packages.1.periods.0.id')
      .without('user_products.0.id');
    await files.bring(bare);
    const before = files.installation.writes.length;
    await files.bring(bare);
    expect(files.installation.writes).toHaveLength(before);
  });

  test('leaves a user product and an account as they are', async () => {
    await files.bring(fileDraft);
    await files.bring(
      fileDraft.with('user_products.0.state', 'frozen').with('accounts.0.customer_number', '2002'),
    );
    expect(createdRow()?.product.state).toBe('activated');
    expect(files.installation.accounts.get(ids.account)?.row.customerNumber).toBe('1001');
  });

  test('brings packages, clients and the organisation to what the file says', async () => {
    await files.bring(fileDraft);
    const [plan] = await files.bring(
      fileDraft
        .with('organisation.name', 'Renamed')
        .with('packages.0.periods.0.price', '120.00')
        .with('clients.0.scopes', ['/b/w'])
        .with('clients.0.secret', 'another'),
    );
    expect(plan?.organisation).toBe('changed');
    expect(plan?.packages.map((it) => it.effect)).toEqual(['changed', 'unchanged']);
    expect(plan?.clients).toMatchObject([{ effect: 'changed', hasNewSecret: true }]);
    expect(files.installation.organisations.get(ids.organisation)?.name).toBe('Renamed');
    const period = files.installation.packages.get(ids.package)?.row.periods[0];
    expect(period?.price.amountMinor).toBe(12_000);
    expect(files.installation.clients.get('demo')?.scopes).toEqual(['/b/w']);
  });

  test('keeps the secret of a client that names none, and leaves a disabled one disabled', async () => {
    await files.bring(fileDraft);
    const standing = files.installation.clients.get('demo');
    if (standing !== undefined)
      files.installation.clients.set('demo', { ...standing, disabled: true });
    await files.bring(fileDraft.without('clients.0.secret').with('clients.0.scopes', []));
    expect(files.installation.clients.get('demo')).toMatchObject({
      secretHash: standing?.secretHash,
      disabled: true,
      scopes: [],
    });
  });

  test('disables a client only where the file says so, and enables it only so', async () => {
    const disabled = () => files.installation.clients.get('demo')?.disabled;
    await files.bring(fileDraft);
    const [plan] = await files.bring(fileDraft.with('clients.0.disabled', true));
    expect([plan?.clients[0]?.effect, disabled()]).toEqual(['changed', true]);
    await files.bring(fileDraft);
    expect(disabled()).toBe(true);
    await files.bring(fileDraft.with('clients.0.disabled', false));
    expect(disabled()).toBe(false);
  });

  test('finds a package without an id by its code', async () => {
    await files.bring(fileDraft);
    await files.bring(fileDraft.without('packages.0.id').with('packages.0.name', 'Renamed'));
    expect(files.installation.packages.get(ids.package)?.row.name).toBe('Renamed');
    expect(files.installation.packages.size).toBe(2);
  });
});

test('a dry run plans the same and writes nothing', async () => {
  const result = await files.rehearse(fileDraft);
  expect(result).toMatchObject({
    ok: true,
    plans: [{ organisation: 'created', userProducts: [{ row: { id: ids.userProduct } }] }],
  });
  expect(files.installation.writes).toEqual([]);
});

describe('what another system knew', () => {
  test('a pending change goes on waiting for the end of the period', async () => {
    await files.bring(fileDraft.with('user_products.0.pending_change', pendingChange));
    const dueAt = instant('2026-12-01T00:00:00+01:00');
    expect(createdRow()?.product.pendingChange).toMatchObject({
      kind: 'downgrade',
      behaviour: 'default',
      dueAt,
      target: { packageCode: 'offer', period: { price: { amountMinor: 5_000 } } },
    });
    expect(createdRow()?.outbox[0]?.changeRows).toMatchObject([
      { write: 'open', change: { state: 'created', effectiveAt: dueAt } },
    ]);
  });

  test('the terms it was sold at stay, though the catalogue has no such period', async () => {
    const draft = fileDraft
      .with('user_products.0.period_id', otherId('9'))
      .with('user_products.0.period_snapshot', {
        payment_method: 'invoice',
        iteration_type: 'month',
        iteration_length: 1,
        price: '79.00',
        currency: 'SEK',
      });
    await files.bring(draft);
    expect(createdRow()?.product.soldPeriod).toMatchObject({
      periodId: otherId('9'),
      price: { amountMinor: 7_900 },
    });
  });

  test('an anchor with its billing day is kept where valid_to is a boundary of it', async () => {
    const draft = fileDraft
      .with('user_products.0.valid_from', '2026-02-28T00:00:00+01:00')
      .with('user_products.0.valid_to', '2026-03-31T00:00:00+02:00')
      .with('user_products.0.anchor', '2026-01-31T00:00:00+01:00')
      .with('user_products.0.billing_day', 31);
    await files.bring(draft);
    expect(createdRow()?.product.anchor).toEqual({
      at: instant('2026-01-31T00:00:00+01:00'),
      billingDay: 31,
    });
  });
});
