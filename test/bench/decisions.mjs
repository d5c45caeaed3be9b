// What the options of 300 plans take of the processor and of memory beside one preview: to decide, and to sign and print
// too. No database; about ten seconds.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const id = (kind, index) => `${kind}${index.toString(16).padStart(22, '0')}`;
const from = Date.parse('2026-04-01T00:00:00+02:00');
const to = Date.parse('2026-05-01T00:00:00+02:00');
const rounds = 3;
const perRound = 60;
const tiers = 100;

/** A subscription on the first of 100 packages of three plans, which are one group, half way through its month. */
async function world() {
  const { makeCatalogue } = await import('../../dist/domain/catalogue/catalogue.js');
  const { soldPeriodOf } = await import('../../dist/domain/catalogue/sold-period.js');
  const { paywayBilling } = await import('../../dist/domain/catalogue/billing-terms.js');
  const { createUserProduct } =
    await import('../../dist/domain/user-product/create-user-product.js');
  const period = (index, plan) => ({
    id: id(`d${plan}`, index),
    type: 'recurring',
    paymentMethod: 'invoice',
    enabled: true,
    interval: { unit: 'month', length: [1, 3, 12][plan] },
    name: null,
    billing: paywayBilling,
    price: { amountMinor: 10_000 * index + plan, currency: 'SEK' },
  });
  const packages = Array.from({ length: tiers }, (_, index) => ({
    id: id('e0', index),
    code: `pack-${index}`,
    kind: 'package',
    name: `Pack ${index}`,
    titleCode: 'bench',
    rank: 10 * (index + 1),
    basePackageCode: null,
    integrationCode: null,
    customerCanCancel: true,
    vatCode: null,
    validFrom: null,
    validTo: null,
    archived: false,
    tags: [],
    periods: [0, 1, 2].map((plan) => period(index + 1, plan)),
  }));
  const group = {
    id: id('f0', 1),
    name: 'Bench',
    enabled: true,
    forceSameBillingInterval: false,
    tiers: packages.map((it, index) => ({
      id: id('ab', index),
      packageId: it.id,
      periodIds: it.periods.map((one) => one.id),
      position: index + 1,
      label: null,
      upgradeable: true,
      downgradeable: true,
      changeTiming: 'immediately',
      creditType: 'pro_rata',
    })),
    version: 1,
    createdAt: from,
    updatedAt: from,
  };
  const organisation = { id: id('a0', 1), timeZone: 'Europe/Stockholm', currency: 'SEK' };
  const catalogue = makeCatalogue({ ...organisation, packages, groups: [group] });
  const [pack] = packages;
  const draft = {
    id: id('c0', 1),
    organisationId: organisation.id,
    accountId: id('b0', 1),
    orderId: null,
    subscriptionNumber: null,
    externalStartAt: null,
    createdFrom: 'api',
    titleCode: 'bench',
    state: 'activated',
    provisionService: 'tulo',
    validFrom: from,
    validTo: to,
    anchor: null,
    paid: null,
    cancelledAt: null,
    pendingChange: null,
    quantity: 1,
    tierId: group.tiers[0].id,
    hasDocuments: true,
    packageId: pack.id,
    packageCode: pack.code,
    soldPeriod: soldPeriodOf(pack.periods[0]),
    subscriptionType: 'recurring',
  };
  const nextId = () => id('99', 1);
  const ids = { nextEventId: nextId, nextDocumentId: nextId };
  const product = createUserProduct({ draft, catalogue, ids, now: from }).next;
  return { context: { organisation, catalogue }, product, packages };
}

/** Microseconds of the processor that one call takes: the least of some rounds; and how many bytes it allocates. */
async function costOf(call, count) {
  for (let done = 0; done < count; done += 1) await call();
  const costs = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    for (let done = 0; done < count; done += 1) await call();
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / count);
  }
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  await call();
  return { time: Math.min(...costs), bytes: process.memoryUsage().heapUsed - before };
}

/** The decisions, and the whole options, in times of one preview under Payway's rules; and the megabytes of one list. */
export async function benchDecisions() {
  const { makeListChangeOptions } =
    await import('../../dist/application/product-groups/list-change-options.js');
  const { makePreviewChange } = await import('../../dist/application/change/preview-change.js');
  const { makePaywayPolicy } = await import('../../dist/domain/change/payway/payway-policy.js');
  const { makeJwtChangeQuotes } = await import('../../dist/credentials/jwt-change-quotes.js');
  const { generateTokenKeys, parseTokenKeys } =
    await import('../../dist/credentials/token-keys.js');
  const { toChangeOptions } =
    await import('../../dist/http/product-groups/shapes/change-options-shape.js');
  const { context, product, packages } = await world();
  let now = (from + to) / 2;
  const deps = (quotes) => ({
    readContext: async () => context,
    readAsOfNow: async () => ({ product, now: (now += 1) }),
    quotes,
  });
  const unsigned = deps({ sign: () => ({ text: '', expiresAt: 0 }), read: () => null });
  const { keys } = parseTokenKeys(generateTokenKeys());
  const signed = deps(makeJwtChangeQuotes({ keys, clock: { now: () => Date.now() } }));
  const key = { organisationId: context.organisation.id, accountId: product.accountId };
  const named = { packageCode: packages[1].code, periodId: packages[1].periods[0].id };
  const policy = makePaywayPolicy({ behaviour: 'default', exportingIntegrations: new Set() });
  const previewWith = (quotes) => {
    const preview = makePreviewChange(quotes);
    return () =>
      preview({ ...key, userProductId: product.id, named, requestedBy: 'bench' }, policy);
  };
  const listWith = (quotes) => {
    const list = makeListChangeOptions(quotes);
    return () => list({ ...key, userProductId: product.id, quantity: null });
  };
  const listSigned = listWith(signed);
  const print = async () => JSON.stringify(toChangeOptions(await listSigned(), context.catalogue));
  const preview = await costOf(previewWith(unsigned), 20 * perRound);
  const plans = await costOf(listWith(unsigned), perRound);
  const options = await costOf(print, perRound);
  const megabyte = 1e6;
  return {
    plans: plans.time / preview.time,
    options: options.time / preview.time,
    allocated: options.bytes / megabyte,
    printed: (await print()).length / megabyte,
    milliseconds: { plans: plans.time / 1000, options: options.time / 1000 },
  };
}
