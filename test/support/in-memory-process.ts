import type { UserProductKey } from '../../src/application/commit/load-user-product.js';
import type { StoredUserProduct } from '../../src/application/ports/user-product-store.js';
import { makeReadOrganisationContext } from '../../src/application/catalogue/read-organisation-context.js';
import type { OrganisationContext } from '../../src/application/catalogue/organisation-context.js';
import type { Surroundings } from '../../src/composition/change-surroundings.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { openMemoryStores } from './memory-stores/open-memory-stores.js';
import { at, seedOrganisation, type SubscribeOptions } from './organisation.js';
import { makeTestTime, startProcess } from './process.js';

export type InMemoryProcess = Awaited<ReturnType<typeof startInMemory>>;

type Options = {
  /** Real time when it starts: the middle of the subscriptions' first month unless given. */
  readonly now?: string;
  /** A live organisation unless told otherwise. */
  readonly live?: boolean;
  readonly changed?: Partial<Surroundings>;
};

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };

/** One organisation in Stockholm that sells the usual packages, and one process, over stores in memory. */
export async function startInMemory({
  now = '2026-04-16T00:00:00+02:00',
  live = true,
  changed = {},
}: Options = {}) {
  const stores = openMemoryStores();
  const seeded = await seedOrganisation(stores, { live });
  const organisationId = seeded.organisation.id;
  const time = makeTestTime(at(now));
  const stored = async ({ id }: Pick<UserProduct, 'id'>): Promise<StoredUserProduct> => {
    const row = await stores.userProducts.find(organisationId, id);
    if (row === null) throw new Error('there is no such user product');
    return row;
  };

  return {
    stores,
    seeded,
    organisationId,
    time,
    stored,
    useCases: startProcess(stores, time, changed),
    /** A new account on `basic` for April, but for what is given; its one event waits in the outbox. */
    subscribe: (wanted: Partial<SubscribeOptions> = {}): Promise<UserProduct> =>
      seeded.subscribe({ code: 'basic', ...april, ...wanted }),
    context: async (): Promise<OrganisationContext> => {
      const read = makeReadOrganisationContext({ ...stores, clock: time });
      const context = await read(organisationId);
      if (context === null) throw new Error('there is no such organisation');
      return context;
    },
    keyOf: ({ accountId, id: userProductId }: UserProduct): UserProductKey => ({
      organisationId,
      accountId,
      userProductId,
    }),
    /** The types of all events in the log, in its order. */
    told: async (): Promise<readonly string[]> => {
      const log = await stores.events.read(organisationId, { after: 0, limit: 1_000 });
      return log.map(({ event }) => event.type);
    },
  };
}
