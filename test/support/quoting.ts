import type { DialectChangeCommand } from '../../src/application/change/dialect-changes.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { Package } from '../../src/domain/catalogue/package.js';
import type { UserProductId } from '../../src/domain/ids.js';
import type { Instant } from '../../src/domain/time/instant.js';
import type { PaywayBehaviour } from '../../src/domain/user-product/change.js';
import { brokenPromises, eventNames } from './broken-promises.js';
import { at, seedOrganisation } from './organisation.js';
import { makeTestTime, startProcess } from './process.js';
import { makeTestKeys, quoteIn, signedQuotes } from './signed-quotes.js';

export const april = {
  validFrom: '2026-04-01T00:00:00+02:00',
  validTo: '2026-05-01T00:00:00+02:00',
} as const;
/** Half way through April. */
export const during = at('2026-04-16T00:00:00+02:00');

/** Why a quote is not executed. */
export const moved = (...what: readonly string[]) => ({
  ok: false,
  failure: 'quote_moved',
  moved: what,
});

/** The package with all its periods at that price. */
export const repriced = (pack: Package, amountMinor: number): Package => ({
  ...pack,
  periods: pack.periods.map((it) => ({ ...it, price: { ...it.price, amountMinor } })),
});

/** A subscription to basic for April, in an organisation of its own, whose previews are signed. */
export async function beginQuoting(stores: ChangeStores, now: Instant = during) {
  const seeded = await seedOrganisation(stores);
  const product = await seeded.subscribe({ code: 'basic', ...april });
  const { accountId, organisationId } = product;
  const time = makeTestTime(now);
  const keys = makeTestKeys();
  const quotes = signedQuotes(time, keys);
  const useCases = startProcess(stores, time, { quotes });
  const request = (code: string, behaviour?: PaywayBehaviour) =>
    seeded.request(product, code, behaviour);
  return {
    seeded,
    product,
    key: { organisationId, accountId, userProductId: product.id },
    time,
    keys,
    quotes,
    useCases,
    request,
    quoted: async (code: string, behaviour?: PaywayBehaviour): Promise<DialectChangeCommand> => {
      const asked = request(code, behaviour);
      return { ...asked, quote: quoteIn(await useCases.previewChange(asked)) };
    },
    row: async (id: UserProductId = product.id) => {
      // A successor is inserted behind its answer.
      await useCases.drainOutbox(organisationId);
      return (await stores.userProducts.find(organisationId, id))?.product;
    },
    events: async () => {
      await useCases.drainOutbox(organisationId);
      const broken = await brokenPromises(stores, organisationId, accountId);
      if (broken.length > 0) throw new Error(broken.join('\n'));
      return (await eventNames(stores, organisationId, accountId)).slice(1);
    },
  };
}
