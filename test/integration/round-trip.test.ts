import { describe, expect, test } from '@jest/globals';
import type { BillingTerms } from '../../src/domain/catalogue/billing-terms.js';
import { defaultPortalSettings } from '../../src/domain/portal/portal-settings.js';
import {
  at,
  makePackage,
  newId,
  seedOrganisation,
  usualPackages,
} from '../support/organisation.js';
import { type Installation, openInstallation } from './operated-installation.js';

const bySeat: BillingTerms = {
  ...{ chargeModel: 'per_unit', payInAdvance: false, proRata: false },
  ...{ quantityEditable: false, minQuantity: 2, maxQuantity: 50 },
};

const pages = {
  portal: {
    ...defaultPortalSettings,
    ...{ returnUrls: ['https://a.test/account'], offer: ['told', 'basic'], withdrawalDays: 0 },
    support: { text: 'Call us', url: 'https://a.test/help' },
  },
  brand: {
    name: 'A paper',
    accent: '#0f62fe',
    corner: 'square',
    logo: { type: 'image/png', base64: 'iVBORw0KGgo=' },
  },
  languages: ['sv', 'en'],
  pricesIncludeVat: true,
} as const;

/** Subscriptions that have lived: upgraded, waiting for a downgrade, over, sold at a price that is gone. */
async function live(installation: Installation) {
  const { stores, useCases } = installation;
  const offer = makePackage('a-offer', {
    kind: 'campaign',
    basePackageCode: 'basic',
    price: 9_950,
    validFrom: at('2026-01-01T00:00:00+01:00'),
    tags: [{ name: 'spring', type: 'season' }],
  });
  const abroad = makePackage('abroad', { price: 1_250, currency: 'KWD', rank: 40 });
  const seats = makePackage('seats', {
    price: 400,
    periods: [{ name: 'Seats monthly', billing: bySeat }],
  });
  const described = makePackage('told', { price: 1, description: { en: 'News', sv: 'Nyheter' } });
  const packages = [...usualPackages(), offer, abroad, seats, described];
  const seeded = await seedOrganisation(stores, { packages });
  await stores.organisations.save({ ...seeded.organisation, pages });
  const period = { validFrom: '2026-02-28T23:00:00Z', validTo: '2026-03-31T22:00:00Z' };
  const upgraded = await seeded.subscribe({ code: 'basic', ...period });
  const lowered = await seeded.subscribe({ code: 'digital', ...period });
  await seeded.subscribe({ code: 'a-offer', ...period });
  await seeded.subscribe({ code: 'abroad', ...period });
  await seeded.subscribe({ code: 'seats', ...period });
  await seeded.subscribe({ code: 'lite', type: 'limited', ...period });
  await seeded.subscribe({ code: 'lite', ...period, edits: { state: 'deactivated' } });
  await seeded.subscribe({ code: 'lite', ...period, edits: { state: 'frozen' } });
  for (const request of [seeded.request(upgraded, 'premium'), seeded.request(lowered, 'basic')]) {
    expect(await useCases.requestChange(request)).toMatchObject({ ok: true });
  }
  await seeded.editPackage('lite', (it) => ({
    ...it,
    code: 'light',
    periods: it.periods.map((each) => ({ ...each, price: { ...each.price, amountMinor: 1 } })),
  }));
  await stores.clients.insert({
    id: newId(),
    organisationId: seeded.organisation.id,
    secretHash: 'scrypt$never-exported',
    scopes: ['/a/w'],
    provisionService: 'tulo',
    disabled: true,
  });
  return { ...seeded, upgraded };
}

describe('an export', () => {
  test('imported into an empty database exports the same lines again', async () => {
    const [from, to] = [await openInstallation(), await openInstallation()];
    await live(from);
    await live(from);
    const text = await from.export();
    await to.import(text);
    expect(await to.export()).toBe(text);
    expect(text.match(/"row":"user_product"/g)).toHaveLength(16);
    expect(text.match(/"name":"Seats monthly","charge_model":"per_unit"/g)).toHaveLength(4);
    expect(await to.findings()).toEqual([]);
    await to.import(text);
    expect(await to.export()).toBe(text);
    expect(text.match(/"return_urls":\["https:\/\/a.test\/account"\]/g)).toHaveLength(2);
    expect(text.match(/"description":\{"en":"News","sv":"Nyheter"\}/g)).toHaveLength(2);
  });

  test('brings packages of several currencies, and nothing is changed from one to another', async () => {
    const [from, to] = [await openInstallation(), await openInstallation()];
    const seeded = await live(from);
    const april = { validFrom: '2026-02-28T23:00:00Z', validTo: '2026-03-31T22:00:00Z' };
    const crowns = await seeded.subscribe({ code: 'basic', ...april });
    await to.import(await from.export());
    for (const behaviour of ['default', 'explicit'] as const) {
      const answer = await to.useCases.requestChange(seeded.request(crowns, 'abroad', behaviour));
      expect(answer).toEqual({
        ok: false,
        failure: 'refused',
        refusals: [
          {
            reason: 'currency_mismatch',
            facts: { sold_in: 'SEK', source_currency: 'SEK', target_currency: 'KWD' },
          },
        ],
      });
    }
  });

  test('keeps what was paid: the carried stretch of an upgrade, an end that was moved, one moved before its start', async () => {
    const [from, to] = [await openInstallation(), await openInstallation()];
    const seeded = await live(from);
    const { organisation, upgraded } = seeded;
    const long = { validFrom: '2025-01-31T23:00:00Z', validTo: '2026-03-31T22:00:00Z' };
    const later = await seeded.subscribe({ code: 'basic', ...long });
    const earlier = await seeded.subscribe({ code: 'basic', ...long, edits: { state: 'frozen' } });
    for (const [row, edits] of [
      [later, { validTo: at('2026-04-30T22:00:00Z') }],
      [earlier, { validFrom: at('2024-11-30T23:00:00Z') }],
      [earlier, { validTo: at('2024-12-31T23:00:00Z') }],
    ] as const) {
      const key = {
        organisationId: organisation.id,
        accountId: row.accountId,
        userProductId: row.id,
      };
      expect(await from.useCases.editUserProduct(key, edits)).toMatchObject({ ok: true });
    }
    const text = await from.export();
    await to.import(text);
    expect(await to.export()).toBe(text);
    const rows = text.split('\n').filter((it) => it.includes('"row":"user_product"'));
    const paid = rows.map((it) => JSON.parse(it) as { id: string; paid: object });
    const premium = rows.find((it) => it.includes('"package_code":"premium"')) ?? '';
    expect(JSON.parse(premium)).toMatchObject({ paid: { from: '2026-03-10T12:00:00.000Z' } });
    expect(premium).not.toContain(`"id":"${upgraded.id}"`);
    expect(paid.find((it) => it.id === later.id)?.paid).toMatchObject({
      amount: '1400.00',
      to: '2026-04-30T22:00:00.000Z',
    });
    expect(paid.find((it) => it.id === earlier.id)?.paid).toMatchObject({
      amount: '0.00',
      from: '2024-11-30T23:00:00.000Z',
      to: '2024-12-31T23:00:00.000Z',
    });
    expect(await to.findings()).toEqual([]);
  });

  test('tells no secret and no hash', async () => {
    const from = await openInstallation();
    await live(from);
    expect(await from.export()).not.toMatch(/never-exported|secret_hash|"secret"/);
  });

  test('leaves out what a change has ended, and has its successor', async () => {
    const from = await openInstallation();
    const { upgraded } = await live(from);
    const text = await from.export();
    expect(text).not.toContain(`"id":"${upgraded.id}"`);
    expect(text.split('\n').filter((it) => it.includes('"package_code":"premium"'))).toHaveLength(
      1,
    );
  });

  test('of one organisation has no row of another', async () => {
    const from = await openInstallation();
    const [first, second] = [await live(from), await live(from)];
    const text = await from.export(first.organisation.id);
    expect(text).toContain(first.organisation.id);
    expect(text).not.toContain(second.organisation.id);
    expect(text.match(/"row":"user_product"/g)).toHaveLength(8);
  });
});
