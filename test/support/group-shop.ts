import { type Answer, send } from '../contract/payway/send.js';
import { type StartedApp, startApp } from '../contract/payway/start-app.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import type { AccountId, OrganisationId } from '../../src/domain/ids.js';
import type { LoggedEvent } from '../../src/application/ports/event-log.js';
import { brokenPromises, readLog } from './broken-promises.js';
import { openMemoryStores } from './memory-stores/open-memory-stores.js';
import { at, seedOrganisation } from './organisation.js';
import { makeTestTime, startProcess } from './process.js';
import { signedQuotes } from './signed-quotes.js';

type Options = {
  /** Real time when it opens: in the middle of April 2027 unless given. */
  readonly now?: string;
  /** Of another shop, which then is another organisation beside it. */
  readonly stores?: ReturnType<typeof openMemoryStores>;
};

type Fields = Readonly<Record<string, unknown>>;

/** What an answer prints of something. */
export type Printed = { readonly id: string; readonly version: number } & Fields;

type Asking = {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The token names this account. */
  readonly as?: string;
};

/** A product with one price plan, and what a membership of both is to be. */
export type Sold = {
  readonly product: Printed;
  readonly plan: Printed;
  readonly row: Fields;
};

type Subscribing = Partial<Readonly<Record<'tier' | 'startDate', string | undefined>>> & {
  readonly quantity?: number | undefined;
};

export type Shop = Awaited<ReturnType<typeof openShop>>;

/**
 * An organisation that sells by the product groups API alone: everything in it is made and asked for over HTTP, over
 * stores in memory and the real use cases, at a time that the test sets.
 */
export async function openShop({
  now = '2027-04-16T00:00:00+02:00',
  stores = openMemoryStores(),
}: Options = {}) {
  const { organisation } = await seedOrganisation(stores, { packages: [] });
  const time = makeTestTime(at(now));
  const useCases = startProcess(stores, time, { quotes: signedQuotes(time) });
  const app = await startApp({ ...useCases });
  app.client.organisationId = organisation.id;
  const call = callerOf(app);
  const made = async (request: string, body?: unknown): Promise<Printed> => {
    const answer = await call(request, body === undefined ? {} : { body });
    if (answer.status >= 300) throw new Error(`${request}: ${answer.text}`);
    return answer.json as Printed;
  };
  return {
    ...{ stores, useCases, app, time, organisationId: organisation.id, call, made },
    ...sellingBy(made),
    ...logOf({ stores, useCases, organisationId: organisation.id }),
    moveTo: (iso: string) => {
      time.set(at(iso));
    },
    close: () => app.close(),
  };
}

type Made = (request: string, body?: unknown) => Promise<Printed>;

/** `POST /price-plans` with that body, by a token that may do anything. */
function callerOf(app: StartedApp) {
  return (request: string, { body, headers, as }: Asking = {}): Promise<Answer> => {
    const [method = '', path = ''] = request.split(' ');
    const token = as === undefined ? app.token() : app.token(undefined, as as AccountId);
    const authorization = `Bearer ${token}`;
    if (body === undefined) {
      return send(app.port, { method, path, headers: { authorization, ...headers } });
    }
    const all = { authorization, 'content-type': 'application/json', ...headers };
    return send(app.port, { method, path, headers: all, body: JSON.stringify(body) });
  };
}

function sellingBy(made: Made) {
  const customer = async () => (await made('POST /customers', {})).id;
  return {
    customer,
    /** 10.00 EUR a month, changed to at once with a share given back, but for what is given. */
    sells: async (name: string, plan: Fields = {}, row: Fields = {}): Promise<Sold> => {
      const product = await made('POST /catalogue/products', { name });
      const priced = await made('POST /price-plans', {
        ...{ internalName: `${name} plan`, type: 'flat_fee', billingInterval: '1M' },
        ...{ currencyCode: 'EUR', price: { amount: 1_000 }, product: product.id, ...plan },
      });
      const usual = { changeTiming: 'immediately', creditType: 'pro_rata' };
      return { product, plan: priced, row: { product, pricePlans: [priced], ...usual, ...row } };
    },
    /** The ids of the memberships, in the order given: position 1, 2, 3 … */
    groups: async (sold: readonly Sold[], fields: Fields = {}) => {
      const tiers = sold.map(({ row }, index) => ({ position: index + 1, ...row }));
      const group = await made('POST /catalogue/product-groups', {
        ...{ name: 'Packages', enabled: true, tiers, ...fields },
      });
      const memberships = group.memberships as readonly Printed[];
      return { group, tiers: memberships.map(({ id }) => id) };
    },
    /** The item of a new subscription, on that membership where one is given. */
    subscribes: async (
      { plan }: Sold,
      { tier, quantity, startDate }: Subscribing = {},
    ): Promise<Printed> => {
      const items = [{ pricePlan: plan.id, quantity }];
      const body = { customer: await customer(), items, startDate };
      const { id } = await made('POST /subscriptions', body);
      if (tier !== undefined) {
        await made(`PUT /subscription-items/${id}/product-group`, { productGroupMembership: tier });
      }
      return made(`GET /subscription-items/${id}`);
    },
  };
}

type Log = {
  readonly stores: ReturnType<typeof openMemoryStores>;
  readonly useCases: UseCases;
  readonly organisationId: OrganisationId;
};

function logOf({ stores, useCases, organisationId }: Log) {
  let read = 0;
  return {
    /** The events since the last look, once what is due and what waits is done. */
    news: async (): Promise<readonly LoggedEvent['event'][]> => {
      await useCases.runPeriodEnd(() => false);
      await useCases.drainOutbox(organisationId);
      const log = await readLog(stores, organisationId);
      const fresh = log.slice(read).map(({ event }) => event);
      read = log.length;
      return fresh;
    },
    /** What is promised of a customer's subscriptions and is not so. */
    broken: async (customer: unknown) => {
      await useCases.drainOutbox(organisationId);
      return brokenPromises(stores, organisationId, customer as AccountId);
    },
  };
}
