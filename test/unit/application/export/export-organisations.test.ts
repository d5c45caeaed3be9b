import { describe, expect, test } from '@jest/globals';
import {
  type ExportRow,
  makeExportOrganisations,
} from '../../../../src/application/export/export-organisations.js';
import { toClientId } from '../../../../src/domain/ids.js';
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
