import { describe, expect, test } from '@jest/globals';
import { hiddenIn, readableText } from '../../support/page-text.js';
import { openConsoleSuite } from './console-suite.js';

const { app, base, operator, shop } = openConsoleSuite();
const script = '"><script>alert(1)</script>';

const pages = async () => {
  const read = await app().stores.organisations.readPages(shop().organisationId);
  if (read === null) throw new Error('there is no organisation');
  return read;
};
const portalForm = {
  ...{ returnUrls: 'https://publisher.test/account', offer: 'basic\ndigital', open: 'on' },
  ...{ wording: 'business', behaviour: 'explicit', withdrawalDays: '7', showDocuments: 'on' },
  ...{ supportText: 'Write to us', supportUrl: 'https://publisher.test/help', vat: 'included' },
  ...{ language: 'sv', languages: 'en' },
};

describe('The settings of the portal', () => {
  const path = () => `${base()}/settings/portal`;

  test('are saved by an editor, all of them, and audited', async () => {
    const editor = await operator({ role: 'editor' });
    const form = { ...(await editor.formOf(path())), ...portalForm };
    const saved = await editor.post(path(), form);
    expect([saved.status, saved.headers.location]).toEqual([303, `${path()}?saved=1`]);
    expect(await pages()).toMatchObject({
      portal: {
        ...{ enabled: true, offer: ['basic', 'digital'], wording: 'business' },
        ...{ behaviour: 'explicit', withdrawalDays: 7, showDocuments: true },
        ...{ cancellationPage: false, applyClearCancellations: false },
        support: { text: 'Write to us', url: 'https://publisher.test/help' },
      },
      languages: ['sv', 'en'],
      pricesIncludeVat: true,
    });
    const [entry] = await app().stores.audit.list(shop().organisationId, {
      before: null,
      limit: 1,
    });
    expect(entry).toMatchObject({
      action: 'edit_portal_settings',
      state: 'done',
      after: { withdrawalDays: 7 },
    });
    expect((await editor.see(`${path()}?saved=1`)).html).toContain('Saved.');
  });

  test.each([
    ['returnUrls', 'http://elsewhere.test', 'Line 1: it must begin with https.'],
    ['returnUrls', `https://a.test/\n${script}`, 'Line 2: this is no web address.'],
    ['withdrawalDays', '31', 'Say a whole number from 0 to 30.'],
    ['supportUrl', 'javascript:alert(1)', 'The address of support must begin with https.'],
    ['offer', 'x'.repeat(51), 'There may be 50 codes at most, each of 1 to 50 characters.'],
    ['supportText', '', 'Say 1 to 500 characters of support where there is an address.'],
  ])('refuse %s as %p, beside the field, and write nothing', async (field, value, words) => {
    const editor = await operator({ role: 'editor' });
    const before = await pages();
    const form = { ...(await editor.formOf(path())), ...portalForm, [field]: value };
    const refused = await editor.post(path(), form);
    expect([refused.status, refused.html.includes(`href="#${field}"`)]).toEqual([422, true]);
    expect(readableText(refused.html)).toContain(words);
    expect(refused.html).not.toContain('<script>alert');
    expect(await pages()).toEqual(before);
  });

  test('are not saved over what somebody else has saved in between: both are shown', async () => {
    const [first, second] = [
      await operator({ role: 'editor' }),
      await operator({ role: 'editor' }),
    ];
    const mine = { ...(await first.formOf(path())), ...portalForm, withdrawalDays: '11' };
    const theirs = { ...(await second.formOf(path())), ...portalForm, withdrawalDays: '22' };
    expect((await second.post(path(), theirs)).status).toBe(303);
    const refused = await first.post(path(), mine);
    expect(refused.status).toBe(412);
    expect(readableText(refused.html)).toContain('Days to withdraw 22 11');
    expect((await pages()).portal.withdrawalDays).toBe(22);
    const again = await first.post(path(), { ...mine, ...hiddenIn(refused.html) });
    expect([again.status, (await pages()).portal.withdrawalDays]).toEqual([303, 11]);
  });
});

describe('The brand', () => {
  const path = () => `${base()}/settings/brand`;

  test('is saved by an editor, and shown in light and dark; script in its name is text', async () => {
    const editor = await operator({ role: 'editor' });
    const form = {
      ...(await editor.formOf(path())),
      brandName: script,
      accent: '#ffd100',
      corner: 'square',
    };
    expect((await editor.post(path(), form)).status).toBe(303);
    const { brand } = await pages();
    expect(brand).toEqual({ name: script, logo: null, accent: '#ffd100', corner: 'square' });
    const { html } = await editor.see(path());
    expect(html).not.toContain('<script>alert');
    expect(readableText(html)).toContain('Black text stands on #ffd100, with a contrast of 14.');
  });

  test('with an accent that is no colour is refused', async () => {
    const editor = await operator({ role: 'editor' });
    const form = {
      ...(await editor.formOf(path())),
      brandName: '',
      accent: 'red',
      corner: 'round',
    };
    const refused = await editor.post(path(), form);
    expect([refused.status, refused.html.includes('href="#accent"')]).toEqual([422, true]);
  });

  test('keeps its logo, and what somebody else has saved', async () => {
    const { organisation } = shop().seeded;
    const logo = { type: 'image/png', base64: 'iVBORw0KGgo=' } as const;
    const editor = await operator({ role: 'editor' });
    const stale = {
      ...(await editor.formOf(path())),
      brandName: 'Mine',
      accent: '',
      corner: 'round',
    };
    const { brand } = await pages();
    await app().stores.organisations.save({
      ...organisation,
      pages: { brand: { ...brand, logo } },
    });
    expect((await editor.post(path(), stale)).status).toBe(412);
    const fresh = { ...stale, ...(await editor.formOf(path())) };
    expect((await editor.post(path(), fresh)).status).toBe(303);
    expect((await pages()).brand).toMatchObject({ name: 'Mine', logo });
  });
});

test('Settings are seen by everybody there, and changed by editors and owners alone', async () => {
  for (const role of ['viewer', 'support', 'editor', 'owner'] as const) {
    const one = await operator({ role });
    for (const page of ['portal', 'brand']) {
      const seen = await one.see(`${base()}/settings/${page}`);
      const may = role === 'editor' || role === 'owner';
      expect([role, seen.status, seen.html.includes('name="seen"')]).toEqual([role, 200, may]);
      const form = {
        key: 'k'.repeat(22),
        seen: '',
        ...(page === 'portal' ? portalForm : { brandName: '', accent: '', corner: 'round' }),
      };
      const { status } = await one.post(`${base()}/settings/${page}`, form);
      expect(status).toBe(may ? 412 : 403);
    }
  }
});
