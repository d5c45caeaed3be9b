import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Tier } from '../../../src/domain/catalogue/product-group.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { buildProductGroup, buildTier } from '../../support/domain/build-product-group.js';
import { at, makePackage, seedOrganisation } from '../../support/organisation.js';
import { makeTestTime, startProcess } from '../../support/process.js';
import { signedQuotes } from '../../support/signed-quotes.js';
import { newId } from '../../support/stored/ids.js';
import { openProxiedStores, type ProxiedStores } from '../../support/stored/open-proxied-stores.js';
import { type Answer, send } from '../payway/send.js';
import { changeRequest, startApp, type StartedApp } from '../payway/start-app.js';
import { ask } from '../product-groups/ask.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };

/** What `basic`, `pro` and `plus` cost, whose tiers are entered at once but for the last. */
const packages = [
  makePackage('basic', { price: 10_000, rank: 1 }),
  makePackage('pro', { price: 20_000, rank: 2 }),
  makePackage('plus', { price: 30_000, rank: 3 }),
];
const tiers = packages.map(({ id: packageId, periods, code }, index) =>
  buildTier({
    number: index + 1,
    id: newId(),
    packageId,
    periodIds: periods.map((it) => it.id),
    changeTiming: code === 'plus' ? 'end_of_period' : 'immediately',
    creditType: 'pro_rata',
  }),
);
const [basic, pro, plus] = tiers as [Tier, Tier, Tier];
const [proPeriod = ''] = pro.periodIds;

/** Both dialects over one process that has read its catalogue, whose commands are seen. */
async function startSeen({ stores, outside }: ProxiedStores) {
  const seeded = await seedOrganisation(outside, { packages });
  const { id: organisationId } = seeded.organisation;
  const group = buildProductGroup({ id: newId(), tiers });
  await outside.productGroups.insert(organisationId, group);
  const time = makeTestTime(at('2026-04-16T00:00:00+02:00'));
  const useCases = startProcess(stores, time, { quotes: signedQuotes(time) });
  const app = await startApp({ ...useCases });
  app.client.organisationId = organisationId;
  const subscribe = (edits: { readonly hasDocuments?: boolean } = {}): Promise<UserProduct> =>
    seeded.subscribe({
      ...april,
      code: 'basic',
      edits: { createdFrom: 'api', tierId: basic.id, ...edits },
    });
  await ask(app, 'listChangeOptions', { id: (await subscribe()).id });
  return { app, subscribe, groupId: group.id, drain: () => useCases.drainOutbox(organisationId) };
}

describe('What goes over the wire before a request of product groups is answered', () => {
  let opened: ProxiedStores;
  let app: StartedApp;
  let seen: Awaited<ReturnType<typeof startSeen>>;
  beforeAll(async () => {
    opened = await openProxiedStores();
    seen = await startSeen(opened);
    ({ app } = seen);
  });
  afterAll(async () => {
    await app.close();
    await opened.close();
  });

  /** `find user_products`, as often as it is sent before the answer, which is a success. */
  const sentBy = async (request: () => Promise<Answer>): Promise<readonly string[]> => {
    opened.proxy.forget();
    const { status, text } = await request();
    if (status >= 300) throw new Error(text);
    return opened.proxy.commands().map((it) => {
      const [name = ''] = Object.keys(it);
      return `${name} ${String(it[name])}`;
    });
  };
  /**
   * The same of what has a successor, whose insert may go out before or behind the answer: its reply is lost, and whoever
   * had waited for it would have to read again.
   */
  const sentAlone = async (request: () => Promise<Answer>): Promise<readonly string[]> => {
    opened.proxy.loseReply('insert', 'lost');
    await sentBy(request);
    while (opened.proxy.names().length < 3) await new Promise((resolve) => setImmediate(resolve));
    return opened.proxy.names();
  };
  const paywayRequest = ({ id, accountId }: UserProduct) =>
    changeRequest(
      app.token(),
      JSON.stringify({
        account_id: accountId,
        user_product_id: id,
        package_code: 'pro',
        target_period_id: proPeriod,
      }),
    );
  type Sent = { readonly headers?: Readonly<Record<string, string>>; readonly quote?: string };
  const apply = ({ id }: UserProduct, tier: Tier, { headers = {}, quote }: Sent = {}) =>
    ask(app, 'applyMembership', { id: tier.id, body: { subscriptionItem: id, quote }, headers });
  const atOnce = ['find', 'findAndModify', 'insert'];
  const readRow = 'find user_products';
  const commitRow = 'findAndModify user_products';

  test('is for an apply at once what it is for a Payway upgrade: one to read and one to commit', async () => {
    const upgraded = await seen.subscribe();
    expect(await sentAlone(() => send(app.port, paywayRequest(upgraded)))).toEqual(atOnce);
    for (const hasDocuments of [false, true]) {
      const item = await seen.subscribe({ hasDocuments });
      expect(await sentAlone(() => apply(item, pro))).toEqual(atOnce);
      const keyed = await seen.subscribe({ hasDocuments });
      const headers = { 'idempotency-key': 'k', 'if-match': '"1"' };
      expect(await sentAlone(() => apply(keyed, pro, { headers }))).toEqual(atOnce);
    }
  });

  test('is no more for one that carries a quote, or that waits', async () => {
    const item = await seen.subscribe({ hasDocuments: true });
    const { json } = await ask(app, 'listChangeOptions', { id: item.id });
    const { options } = json as {
      options: { id: string; pricePlans: { preview: { quote: string } }[] }[];
    };
    const quote = options.find(({ id }) => id === pro.id)?.pricePlans[0]?.preview.quote ?? '';
    expect(await sentAlone(() => apply(item, pro, { quote }))).toEqual(atOnce);
    const waiting = await seen.subscribe({ hasDocuments: true });
    expect(await sentBy(() => apply(waiting, plus))).toEqual([readRow, commitRow]);
    expect(await sentBy(() => apply(waiting, plus))).toEqual([readRow]);
  });

  test('is for its repeat one more for the new item, and one for its documents', async () => {
    const [plain, billed] = [await seen.subscribe(), await seen.subscribe({ hasDocuments: true })];
    for (const it of [plain, billed]) await apply(it, pro);
    await seen.drain();
    expect(await sentBy(() => apply(plain, pro))).toEqual([readRow, readRow]);
    expect(await sentBy(() => apply(billed, pro))).toEqual([
      readRow,
      readRow,
      'find billing_documents',
    ]);
  });

  test('is one to read for options, as for a single preview, and for an item', async () => {
    const item = await seen.subscribe({ hasDocuments: true });
    const path = '/external/api/v1/subscription_system/preview_change_product';
    const preview = { ...paywayRequest(item), method: 'POST', path };
    expect(await sentBy(() => send(app.port, preview))).toEqual([readRow]);
    for (const query of ['', 'quantity=5']) {
      const { id } = item;
      expect(await sentBy(() => ask(app, 'listChangeOptions', { id, query }))).toEqual([readRow]);
    }
    expect(await sentBy(() => ask(app, 'readSubscriptionItem', { id: item.id }))).toEqual([
      readRow,
    ]);
  });

  test('is one to read and one to commit for an assignment, and one to read for the same again', async () => {
    const { id } = await seen.subscribe();
    const assign = (tier: Tier | null) => () =>
      ask(app, 'assignProductGroup', {
        id,
        body: { productGroupMembership: tier === null ? null : tier.id },
      });
    expect(await sentBy(assign(null))).toEqual([readRow, commitRow]);
    expect(await sentBy(assign(basic))).toEqual([readRow, commitRow]);
    expect(await sentBy(assign(basic))).toEqual([readRow]);
  });

  test('is a place, an insert and a read for a subscription; a key is a record before and behind it', async () => {
    const { accountId: customer } = await seen.subscribe();
    const order = { customer, items: [{ pricePlan: proPeriod }] };
    const subscribe = (headers = {}) =>
      ask(app, 'createCustomerSubscription', { body: order, headers });
    // The first one of an account counts what there is.
    await subscribe();
    const sold = ['update accounts', 'insert user_products', readRow];
    expect(await sentBy(subscribe)).toEqual(sold);
    expect(await sentBy(() => subscribe({ 'idempotency-key': 'k' }))).toEqual([
      'insert idempotency_records',
      ...sold,
      'update idempotency_records',
    ]);
    expect(await sentBy(() => ask(app, 'createCart', { body: order }))).toEqual([
      'find accounts',
      'aggregate carts',
      'insert carts',
    ]);
  });

  test('is the catalogue once for a group, and for all of them', async () => {
    const whole = ['find organisations', 'find packages', 'find product_groups'];
    const one = await sentBy(() => ask(app, 'readProductGroup', { id: seen.groupId }));
    expect(one.toSorted()).toEqual(whole);
    const all = await sentBy(() => ask(app, 'listProductGroups'));
    expect(all.toSorted()).toEqual(whole);
  });
});
