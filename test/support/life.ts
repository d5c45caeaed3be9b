import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import type { PaywayChangeResult, PaywayChanges } from '../../src/http/payway/payway-changes.js';
import type { UserProductKey } from '../../src/application/commit/load-user-product.js';
import type { Package } from '../../src/domain/catalogue/package.js';
import type { PaywayBehaviour } from '../../src/domain/user-product/change.js';
import { formatInstant } from '../../src/domain/time/instant-text.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { brokenPromises, readLog } from './broken-promises.js';
import {
  at,
  type SeededOrganisation,
  seedOrganisation,
  type SubscribeOptions,
} from './organisation.js';
import { makeTestTime, startProcess } from './process.js';

export type LifeOptions = SubscribeOptions & {
  readonly timeZone?: string;
  readonly packages?: readonly Package[];
};

/** One subscription whose organisation has a test clock, told as a story. */
export type Life = {
  readonly seeded: SeededOrganisation;
  /** Everything else that may be asked, at the clock's time. */
  readonly useCases: UseCases;
  /** Moves the clock; what is due on the way happens. Answers how many periods ended. */
  moveTo(iso: string): Promise<number>;
  /** Asks for a change of what the subscription is on now. */
  ask(code: string, behaviour?: PaywayBehaviour): Promise<PaywayChangeResult>;
  readonly send: PaywayChanges['requestChange'];
  /** What names the subscription's last user product. */
  key(): Promise<UserProductKey>;
  /** Everything that was announced since the last look: `type @ when`. What is not listed did not happen. */
  news(): Promise<readonly string[]>;
  /** All user products of the account, oldest first: `code state, from – to`. */
  products(): Promise<readonly string[]>;
  current(): Promise<UserProduct>;
  /** Every promise of the storage protocol that is broken: none. */
  broken(): Promise<readonly string[]>;
};

/** Begins a life at `validFrom`, on a clock of its own. */
export async function beginLife(stores: ChangeStores, options: LifeOptions): Promise<Life> {
  const seeded = await seedOrganisation(stores, { ...options, live: false });
  const organisationId = seeded.organisation.id;
  const zone = seeded.organisation.timeZone;
  const product = await seeded.subscribe(options);
  const { accountId } = product;
  const useCases: UseCases = startProcess(stores, makeTestTime(at(options.validFrom)));
  let read = 0;

  const list = async (): Promise<readonly UserProduct[]> =>
    (await useCases.listUserProducts({ organisationId, accountId }))?.userProducts ?? [];
  const current = async (): Promise<UserProduct> => {
    const last = (await list()).at(-1);
    if (last === undefined) throw new Error('the account has no user product');
    return last;
  };
  const moveTo = async (iso: string): Promise<number> => {
    const answer = await useCases.setTestClock({ organisationId, at: at(iso) });
    if (!answer.ok) throw new Error(answer.failure);
    return answer.applied;
  };
  await moveTo(options.validFrom);
  read = (await readLog(stores, organisationId)).length;

  return {
    seeded,
    useCases,
    moveTo,
    current,
    send: useCases.requestChange,
    key: async () => ({ organisationId, accountId, userProductId: (await current()).id }),
    ask: async (code, behaviour = 'default') =>
      useCases.requestChange(seeded.request(await current(), code, behaviour)),
    news: async () => {
      await useCases.drainOutbox(organisationId);
      const log = await readLog(stores, organisationId);
      const fresh = log.slice(read);
      read = log.length;
      return fresh.map(({ event }) => `${event.type} @ ${formatInstant(event.occurredAt, zone)}`);
    },
    products: async () =>
      (await list()).map((it) => {
        const to = it.validTo === null ? 'open' : formatInstant(it.validTo, zone);
        return `${it.packageCode} ${it.state}, ${formatInstant(it.validFrom, zone)} – ${to}`;
      }),
    broken: () => brokenPromises(stores, organisationId, accountId),
  };
}
