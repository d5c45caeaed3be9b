import { describe, expect, test } from '@jest/globals';
import { hiddenIn, readableText } from '../../support/page-text.js';
import { until } from '../../support/until.js';
import { openConsoleSuite } from './console-suite.js';

const { app, base, operator, shop } = openConsoleSuite();

/** A subscription, an operator who looks at it, and what has become of it. */
const looking = async (role: 'support' | 'editor') => {
  const { id, organisationId, accountId } = await shop().subscribes(true);
  const who = await operator({ role });
  const path = `${base()}/subscriptions/${id}`;
  const { html } = await who.see(path);
  const { userProducts, audit } = app().stores;
  return {
    ...{ ...who, path, html },
    versions: async () => {
      const rows = await userProducts.listByAccount(organisationId, accountId, () => undefined);
      return rows.map(({ product }) => [product.id, product.version]);
    },
    /** What the audit says of it, newest first. */
    audit: async () => {
      const entries = await audit.list(organisationId, { before: null, limit: 200 });
      return entries.filter(({ ids }) => ids.user_product_id === id);
    },
  };
};

describe('The dates of a subscription', () => {
  const validTo = '2027-05-10T00:00:00+02:00';

  test('are set as the API sets them, and written down before and after', async () => {
    const it = await looking('editor');
    const path = `${it.path}/dates`;
    const form = { ...(await it.formOf(path)), validFrom: '', validTo };
    expect((await it.post(path, form)).status).toBe(303);
    expect(readableText((await it.see(it.path)).html)).toContain('Renews on 10 May 2027');
    const before = await it.versions();
    expect((await it.post(path, form)).status).toBe(303);
    expect(await it.versions()).toEqual(before);
    const from = '2027-04-01T00:00:00+02:00';
    expect((await it.audit()).at(-1)).toMatchObject({
      ...{ action: 'edit_subscription_dates', state: 'done' },
      before: { valid_from: from, valid_to: '2027-05-01T00:00:00+02:00' },
      after: { valid_from: from, valid_to: validTo },
    });
  });

  test.each([
    [422, 'that are none are told beside their field', '2027-02-30T00:00:00+01:00', 'no such day'],
    [422, 'without an offset are told beside their field', '2027-05-10', 'no such day'],
    [409, 'that have passed are refused by the rule', '2027-04-02T00:00:00+02:00', 'in the future'],
  ])('%i: %s, and kept in the form', async (...[status, , sent, told]) => {
    const it = await looking('editor');
    const path = `${it.path}/dates`;
    const before = await it.versions();
    const answer = await it.post(path, { ...(await it.formOf(path)), validTo: sent });
    expect([answer.status, await it.versions()]).toEqual([status, before]);
    expect(answer.html).toContain(`value="${sent}"`);
    expect(answer.html).toContain('href="#validTo"');
    expect(readableText(answer.html)).toContain(told);
    const again = await it.post(path, { ...hiddenIn(answer.html), validTo });
    expect(again.status).toBe(303);
  });

  test('of another version are shown as they are now, and nothing is done', async () => {
    const it = await looking('editor');
    const path = `${it.path}/dates`;
    const before = await it.versions();
    const form = { ...(await it.formOf(path)), validTo, version: '7' };
    const { status, html } = await it.post(path, form);
    expect([status, await it.versions()]).toEqual([412, before]);
    expect(html).toContain('value="2027-05-01T00:00:00+02:00"');
  });

  test('are not for support to edit', async () => {
    const it = await looking('support');
    expect(it.html).not.toContain(`${it.path}/dates`);
    expect((await it.see(`${it.path}/dates`)).status).toBe(403);
  });
});

test('While the database is away, an order keeps its key, and finishes afterwards', async () => {
  const it = await looking('support');
  const [, href = ''] = /href="([^"]*\/change\/confirm\?[^"]*)"/.exec(it.html) ?? [];
  const form = await it.formOf(href.replaceAll('&amp;', '&'));
  const path = `${it.path}/change/confirm`;
  await app().proxy.goAway();
  try {
    const { status, html } = await it.post(path, form);
    expect([status, hiddenIn(html)]).toEqual([503, form]);
    expect(readableText(html)).toContain('Check and finish');
  } finally {
    await app().proxy.comeBack();
  }
  const sent = await until(async () => {
    const answer = await it.post(path, form);
    return answer.status === 503 ? null : answer;
  });
  expect(sent.status).toBe(303);
  expect(await it.versions()).toHaveLength(2);
});
