import { describe, expect, test } from '@jest/globals';
import { hiddenIn, readableText } from '../../support/page-text.js';
import { until } from '../../support/until.js';
import { base, locationOf, openPortalSuite } from './portal-suite.js';

const { app, customer, rowsOf, versionsOf } = openPortalSuite();

describe.each([
  ['within a product group', true],
  ['of what the publisher offers', false],
])('An order %s', (_, isGrouped) => {
  test('is done once, and answered with its receipt however often it is sent', async () => {
    const it = await customer(isGrouped);
    const { form } = await it.offered(it.id, isGrouped ? 0 : 1);
    const first = await it.order(it.id, form);
    expect(first.status).toBe(303);
    const receipt = first.headers.location ?? '';
    expect((await it.see(receipt)).status).toBe(200);
    const before = await versionsOf(it.product);
    expect(locationOf(await it.order(it.id, form))).toEqual([303, receipt]);
    expect(await versionsOf(it.product)).toEqual(before);
    expect(before).toHaveLength(2);
  });

  test('that is sent 20 times at once is one change and one receipt', async () => {
    const it = await customer(isGrouped);
    const { form } = await it.offered(it.id, isGrouped ? 0 : 1);
    const answers = await Promise.all(Array.from({ length: 20 }, () => it.order(it.id, form)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(303));
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
    expect(await rowsOf(it.product)).toHaveLength(2);
    const life = await it.see(answers[0]?.headers.location ?? '');
    expect(life.status).toBe(200);
  });

  test('in another tab for the same choice is the same receipt', async () => {
    const it = await customer(isGrouped);
    const [one, two] = [await it.offered(it.id), await it.offered(it.id)];
    expect(one.form.key).not.toBe(two.form.key);
    const first = await it.order(it.id, one.form);
    expect(locationOf(await it.order(it.id, two.form))).toEqual([303, first.headers.location]);
  });

  test('whose quote is too old is offered anew, and nothing is done', async () => {
    const own = await app().opens({ offer: ['digital', 'premium'] });
    const product = await own.subscribes(isGrouped);
    const browser = await app().browser(product);
    const { form } = await browser.offered(product.id);
    await own.moveTo('2027-04-16T00:16:00+02:00');
    const before = await versionsOf(product);
    const { status, html } = await browser.order(product.id, form);
    expect([status, await versionsOf(product)]).toEqual([412, before]);
    expect(readableText(html)).toContain('Something changed since you looked');
    expect(html).toContain('role="alert"');
  });

  test('for which the price has moved shows both amounts, and nothing is done', async () => {
    const own = await app().opens({ offer: ['digital', 'premium'] });
    const product = await own.subscribes(isGrouped);
    const browser = await app().browser(product);
    const { form } = await browser.offered(product.id);
    await own.seeded.editPackage('digital', (pack) => ({
      ...pack,
      periods: pack.periods.map((it) => ({ ...it, price: { ...it.price, amountMinor: 27_300 } })),
    }));
    const path = `${base(product.id)}/change/confirm?choice=${form.choice ?? ''}`;
    await until(async () => ((await browser.see(path)).html.includes('273.00') ? true : null));
    const before = await versionsOf(product);
    const { status, html } = await browser.order(product.id, form);
    expect([status, await versionsOf(product)]).toEqual([412, before]);
    const text = readableText(html);
    expect([text.includes('SEK 200.00'), text.includes('SEK 273.00')]).toEqual([true, true]);
    const again = await browser.order(product.id, hiddenIn(html));
    expect(again.status).toBe(303);
  });

  test('of a quote that is forged is offered anew, and nothing is done', async () => {
    const it = await customer(isGrouped);
    const { form } = await it.offered(it.id);
    const before = await versionsOf(it.product);
    const { status } = await it.order(it.id, { ...form, quote: 'a.b.c' });
    expect([status, await versionsOf(it.product)]).toEqual([412, before]);
  });
});

describe('What is refused', () => {
  test('is 409, with the way back to what is possible', async () => {
    const it = await customer(false);
    const { form } = await it.offered(it.id);
    const cancel = `${base(it.id)}/cancel`;
    await it.post(cancel, await it.formOf(cancel));
    const before = await versionsOf(it.product);
    for (const version of ['1', '2']) {
      const { status, html } = await it.order(it.id, { ...form, version });
      expect([status, await versionsOf(it.product)]).toEqual([409, before]);
      expect(readableText(html)).toContain('This subscription is not active');
      expect(html).toContain(`href="${base(it.id)}"`);
    }
  });

  test('because a change waits is 409 with "Undo it first"', async () => {
    const it = await customer(true);
    const [now, later] = [await it.offered(it.id, 0), await it.offered(it.id, 1)];
    expect((await it.order(it.id, later.form)).status).toBe(303);
    const before = await versionsOf(it.product);
    for (const version of ['1', '2']) {
      const { status, html } = await it.order(it.id, { ...now.form, version });
      expect([status, await versionsOf(it.product)]).toEqual([409, before]);
      expect(readableText(html)).toContain('Undo it first');
      expect(html).toMatch(new RegExp(`href="${base(it.id)}/changes/[a-f\\d]{24}/undo"`));
    }
  });
});

describe('An action that is sent twice is done once', () => {
  test('undo', async () => {
    const it = await customer(true);
    const { headers } = await it.order(it.id, (await it.offered(it.id, 1)).form);
    const receipt = headers.location ?? '';
    const form = await it.formOf(`${receipt}/undo`);
    for (const time of [1, 2]) {
      expect([time, ...locationOf(await it.post(`${receipt}/undo`, form))]).toEqual([
        time,
        303,
        receipt,
      ]);
    }
    expect(readableText((await it.see(receipt)).html)).toContain('This change was undone');
    expect((await rowsOf(it.product))[0]?.product).toMatchObject({
      pendingChange: null,
      version: 3,
    });
  });

  test('cancel and reactivate', async () => {
    const it = await customer(true);
    for (const [action, state, version] of [
      ['cancel', 'cancelled', 2],
      ['reactivate', 'activated', 3],
    ] as const) {
      const path = `${base(it.id)}/${action}`;
      const form = await it.formOf(path);
      for (const time of [1, 2]) {
        expect([time, ...locationOf(await it.post(path, form))]).toEqual([time, 303, base(it.id)]);
      }
      expect((await rowsOf(it.product))[0]?.product).toMatchObject({ state, version });
    }
  });

  test('with an older version it is shown anew, and not done', async () => {
    const it = await customer(true);
    const path = `${base(it.id)}/cancel`;
    const form = await it.formOf(path);
    const { status } = await it.post(path, { ...form, version: '7' });
    expect([status, (await rowsOf(it.product))[0]?.product.state]).toEqual([412, 'activated']);
  });
});
