import { describe, expect, test } from '@jest/globals';
import {
  type ExportRow,
  makeExportOrganisations,
} from '../../../../src/application/export/export-organisations.js';
import { toClientId, type TierId, type UserProductId } from '../../../../src/domain/ids.js';
import { idOf } from '../../../support/domain/id-of.js';
import { groupOf, tierOf } from '../../../support/domain/tier-of.js';
import { buildCreditNote, buildDocument } from '../../../support/stored/build-document.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { makePackage } from '../../../support/organisation.js';
import { newId } from '../../../support/stored/ids.js';

async function begin() {
  const world = await startInMemory();
  const { stores, useCases, organisationId } = world;
  const exportOrganisations = makeExportOrganisations({
    ...stores,
    drainOutbox: useCases.drainOutbox,
  });
  return {
    ...world,
    product: () => ({
      ...buildRow({ organisationId }),
      packageId: world.seeded.package('basic').id,
    }),
    rowsOf: async (of: typeof organisationId | 'all' = organisationId) => {
      const exported = await exportOrganisations(of);
      if (!exported.ok) return exported.failure;
      const rows: ExportRow[] = [];
      for await (const page of exported.pages) rows.push(...page);
      return rows;
    },
  };
}

describe('An export', () => {
  test('has whatever a row refers to before it', async () => {
    const { rowsOf, stores, organisationId, subscribe, seeded } = await begin();
    const offer = makePackage('a', { price: 1, kind: 'campaign', basePackageCode: 'basic' });
    await stores.catalogues.savePackages(organisationId, [offer]);
    await stores.clients.insert({
      ...{ id: toClientId('c'), organisationId, secretHash: 'scrypt$', scopes: [] },
      ...{ provisionService: 'tulo', disabled: false },
    });
    const product = await subscribe();
    const rows = await rowsOf();
    if (typeof rows === 'string') throw new Error(rows);
    expect(rows.map((it) => it.row)).toEqual([
      'organisation',
      'client',
      ...Array<string>(6).fill('package'),
      'account',
      'user_product',
    ]);
    expect(rows[7]).toMatchObject({ package: { code: 'a' } });
    const last = rows.at(-1);
    if (last?.row !== 'user_product') throw new Error('no user product');
    expect(last.product).toEqual(product);
    expect(last.codeOf(seeded.package('lite').id)).toBe('lite');
    expect(last.codeOf(newId())).toBeNull();
  });

  test('leaves out what a change has ended, and has what followed, inserted or not', async () => {
    const { rowsOf, subscribe, useCases, seeded } = await begin();
    const product = await subscribe();
    await useCases.requestChange(seeded.request(product, 'digital'));
    const rows = await rowsOf();
    if (typeof rows === 'string') throw new Error(rows);
    const codes = rows.flatMap((it) => (it.row === 'user_product' ? [it.product.packageCode] : []));
    expect(codes).toEqual(['digital']);
  });

  test('has product groups before who is on their tiers, and on no tier who is on none that is there', async () => {
    const { rowsOf, stores, organisationId, seeded, product } = await begin();
    const basic = seeded.package('basic');
    const periodIds = basic.periods.slice(0, 1).map((it) => it.id);
    const tier = tierOf(basic, { number: 801, periodIds });
    const group = groupOf({ number: 800, tiers: [tier] });
    await stores.productGroups.insert(organisationId, group);
    const onTiers = [tier.id, idOf<TierId>(899)].map((tierId) => ({
      ...product(),
      ...{ id: newId<UserProductId>(), tierId },
    }));
    const elsewhere = { ...product(), packageId: seeded.package('lite').id, tierId: tier.id };
    for (const row of [...onTiers, elsewhere]) {
      await stores.userProducts.insert(organisationId, { product: row, outbox: [] });
    }
    const rows = await rowsOf();
    if (typeof rows === 'string') throw new Error(rows);
    const groups = rows.flatMap((it) => (it.row === 'product_group' ? [it] : []));
    expect(groups.map((it) => it.group)).toEqual([group]);
    expect(groups[0]?.codeOf(tier.packageId)).toBe('basic');
    const tiers = rows.flatMap((it) => (it.row === 'user_product' ? [it.tierId] : []));
    expect(tiers.toSorted()).toEqual([tier.id, null, null].toSorted());
    expect(rows.findIndex((it) => it.row === 'product_group')).toBeLessThan(
      rows.findIndex((it) => it.row === 'user_product'),
    );
  });

  test('has invoices before credit notes, each series in its order, and nothing of another', async () => {
    const { rowsOf, stores, organisationId, product } = await begin();
    const row = product();
    const invoices = Array.from({ length: 501 }, () => buildDocument(row));
    const [first] = invoices;
    if (first === undefined) throw new Error('no invoice');
    await stores.documents.append(organisationId, {
      after: 0,
      documents: [buildCreditNote(row, first)],
    });
    await stores.documents.append(organisationId, { after: 0, documents: invoices });
    await stores.documents.append(newId(), { after: 0, documents: [buildDocument(row)] });
    const rows = await rowsOf();
    if (typeof rows === 'string') throw new Error(rows);
    const documents = rows.flatMap((it) => (it.row === 'billing_document' ? [it.document] : []));
    expect(documents.map((it) => it.type)).toEqual([
      ...Array<string>(501).fill('invoice'),
      'credit_note',
    ]);
    expect(documents.slice(0, 501).map((it) => it.id)).toEqual(invoices.map((it) => it.id));
  });

  test('of more rows than a page has each once', async () => {
    const { rowsOf, stores, organisationId } = await begin();
    const accounts = Array.from({ length: 1_001 }, () => ({
      id: newId<never>(),
      customerNumber: null,
    }));
    await stores.accounts.insertMany(organisationId, accounts);
    const rows = await rowsOf('all');
    if (typeof rows === 'string') throw new Error(rows);
    expect(rows.filter((it) => it.row === 'account')).toHaveLength(1_001);
  });

  test('of an organisation that is not there is refused', async () => {
    const { rowsOf } = await begin();
    expect(await rowsOf(newId())).toBe('unknown_organisation');
  });
});
