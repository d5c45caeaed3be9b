import { describe, expect, test } from '@jest/globals';
import { linesOf } from '../unit/cli/rows-text.js';
import { anyDocument } from '../support/stored/build-document.js';
import { account, group, id, item, march, organisation, packages } from './groups-file.js';
import { openInstallation } from './operated-installation.js';

const paid = { amount: '12.00', from: march.valid_from, credited: '3.50' };

const items = [
  item(160, 'starter', {
    ...{ period_id: id(111), tier_id: id(151), billing: { documents: true } },
    pending_change: {
      ...{ kind: 'upgrade', package_code: 'pro', period_id: id(112), tier_id: id(152) },
      requested_at: '2026-03-05T00:00:00Z',
    },
  }),
  item(161, 'seats', {
    ...{ period_id: id(113), tier_id: id(153), quantity: 3 },
    billing: { documents: true, paid: { ...paid, invoice_number: id(999) } },
    pending_change: {
      ...{ kind: 'change', package_code: 'seats', period_id: id(113), tier_id: id(153) },
      quantity: 5,
    },
  }),
  item(162, 'seats', {
    ...{ period_id: id(113), quantity: 2 },
    billing: { documents: true, paid: { ...paid, amount: '8.00', document: id(902) } },
  }),
  item(163, 'starter', { period_id: id(111), tier_id: id(151) }),
];
const position = {
  ...{ kind: 'period', name: 'seats', quantity: 3, unit_price: '4.00', net_amount: '12.00' },
  ...{ from: march.valid_from, to: march.valid_to, share: null },
  ...{ package_id: id(103), period_id: id(113), user_product_id: id(161) },
};
const document = (number: number, edits: object) => ({
  ...{ row: 'billing_document', id: id(number), account_id: id(500), subscription_id: id(161) },
  ...{ currency: 'EUR', created_at: march.valid_from, positions: [position] },
  ...edits,
});
const half = { parts: 15, whole: 31, unit: 'day' };
const credited = { ...position, kind: 'credit', net_amount: '3.50', share: half };
const own = { ...position, quantity: 2, net_amount: '8.00', user_product_id: id(162) };
const parts = ['1.25', '2.25'].map((it) => ({
  ...own,
  kind: 'credit',
  net_amount: it,
  share: half,
}));
const documents = [
  document(902, { type: 'invoice', number: 'RE-0000000002', positions: [own] }),
  document(901, { type: 'invoice', number: 'RE-0000000001' }),
  document(903, {
    ...{ type: 'credit_note', number: 'CN-0000000001', reason: 'order_change' },
    ...{ referenced_invoice: id(902), positions: parts },
  }),
  document(904, {
    ...{ type: 'credit_note', number: 'CN-0000000002', referenced_number: 'F-7' },
    positions: [credited],
  }),
];
const file = linesOf([organisation, ...packages, group, account, ...documents, ...items]);
const rowOf = (text: string, wanted: string): unknown =>
  JSON.parse(text.split('\n').find((it) => it.includes(`"id":"${wanted}"`)) ?? 'null');

describe('product groups and who is on their tiers', () => {
  test('come in by a file, and go out into another installation as they are', async () => {
    const [from, to] = [await openInstallation(), await openInstallation()];
    await from.import(file);
    const text = await from.export();
    await to.import(text);
    expect(await to.export()).toBe(text);
    await to.import(text);
    expect(await to.export()).toBe(text);
    expect([await from.findings(), await to.findings()]).toEqual([[], []]);
    expect(text.match(/"row":"product_group"/g)).toHaveLength(1);
    expect(rowOf(text, id(160))).toMatchObject({
      ...{ tier_id: id(151), billing: { documents: true, paid: { amount: '10.00' } } },
      pending_change: { kind: 'upgrade', tier_id: id(152) },
    });
    expect(rowOf(text, id(161))).toMatchObject({
      ...{ quantity: 3, tier_id: id(153) },
      billing: { paid: { amount: '12.00', credited: '3.50', invoice_number: id(999) } },
      pending_change: { kind: 'change', quantity: 5, tier_id: id(153) },
    });
    expect(rowOf(text, id(162))).toMatchObject({ billing: { paid: { document: id(902) } } });
    const numbers = text.match(/"number":"\w\w-\d+"/g)?.map((it) => it.slice(10, -1));
    expect(numbers).toEqual(['RE-0000000001', 'RE-0000000002', 'CN-0000000001', 'CN-0000000002']);
    expect(rowOf(text, id(903))).toMatchObject({
      ...{ referenced_invoice: id(902), reason: 'order_change', positions: parts },
    });
    expect(rowOf(text, id(904))).toMatchObject({ referenced_number: 'F-7' });
    expect(rowOf(text, id(163))).toMatchObject({ tier_id: id(151), paid: { amount: '10.00' } });
  });

  test('have documents whose series go on after the highest, and have no gap', async () => {
    const it = await openInstallation();
    await it.import(file);
    const april = { ...position, from: march.valid_to, to: '2026-04-30T22:00:00.000Z' };
    const next = (number: number) =>
      document(910, { type: 'invoice', number: numbered(number), positions: [april] });
    const numbered = (number: number) => `RE-${String(number).padStart(10, '0')}`;
    expect(await it.faultsOf(linesOf([organisation, next(4)]))).toEqual([
      'line 2, number: leaves a gap: the next one is RE-0000000003',
    ]);
    expect(await it.faultsOf(linesOf([organisation, next(2)]))).toEqual([
      'line 2, number: is the number of another document',
    ]);
    await it.import(linesOf([organisation, next(3)]));
    const organisationId = id(100) as never;
    expect(await it.stores.documents.lastSequence(organisationId, 'invoice')).toBe(3);
    const ended = {
      valid_to: '2026-03-09T00:00:00+01:00',
      valid_from: '2026-02-09T00:00:00+01:00',
    };
    const due = { period_id: id(111), billing: { documents: true }, ...ended };
    await it.import(linesOf([organisation, item(170, 'starter', due)]));
    await it.useCases.runPeriodEnd(() => false);
    await it.useCases.drainOutbox(organisationId);
    const { items: made } = await it.stores.documents.list(
      organisationId,
      { ...anyDocument, userProductId: id(170) as never },
      { order: { by: 'number', direction: 'asc' }, page: 1, limit: 5 },
    );
    expect(made).toMatchObject([{ type: 'invoice', sequence: 4, netMinor: 1_000 }]);
    expect(await it.findings()).toEqual([]);
  });

  test('are brought to what another file says, but for a tier that is in use', async () => {
    const it = await openInstallation();
    await it.import(file);
    const without = (code: string) =>
      linesOf([
        organisation,
        { ...group, tiers: group.tiers.filter((each) => each.package_code !== code) },
      ]);
    const inUse = (number: number) =>
      `line 2, tiers: must keep tier ${id(number)} and its package: it is in use`;
    expect(await it.faultsOf(without('starter'))).toEqual([inUse(151)]);
    expect(await it.faultsOf(without('pro'))).toEqual([inUse(152)]);
    const renamed = { ...group, name: 'Packages', enabled: false };
    await it.import(linesOf([organisation, renamed]));
    expect(rowOf(await it.export(), id(150))).toMatchObject({ name: 'Packages', enabled: false });
    expect(await it.findings()).toEqual([]);
  });
});
