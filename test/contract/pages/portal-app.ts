import type { Log } from '../../../src/application/ports/log.js';
import { randomPageSecrets } from '../../../src/credentials/random-page-secrets.js';
import {
  defaultPageSettings,
  type PortalSettings,
} from '../../../src/domain/portal/portal-settings.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { openStores } from '../../../src/storage/open-stores.js';
import { composeApplication } from '../../support/composed-application.js';
import { openDatabase } from '../../support/database.js';
import { at, type SubscribeOptions, seedOrganisation } from '../../support/organisation.js';
import { silentLog } from '../../support/process.js';
import { seedGroup } from '../../support/seeded-group.js';
import { openProxy } from '../../support/stored/open-proxy.js';
import { buildSession, buildVisit } from '../../support/stored/build-page-access.js';
import { choicesIn, hiddenIn } from '../../support/page-text.js';
import { type Asked, askPage, fromOwnPage, type PageSeen } from './ask-page.js';

const april = { validFrom: '2027-04-01T00:00:00+02:00', validTo: '2027-05-01T00:00:00+02:00' };
const middle = '2027-04-16T00:00:00+02:00';
export const publisher = 'https://publisher.test/account';

/** Ten days of a month are gone. */
function aroundNow() {
  const day = 86_400_000;
  const told = (days: number) => new Date(Date.now() + days * day).toISOString();
  return { validFrom: told(-10), validTo: told(20) };
}

/** The product as `serve` starts it, whose way to the database is seen and can be cut. */
export async function startPortalApp(
  settings: Readonly<Record<string, string>> = {},
  log: Log = silentLog,
) {
  const direct = await openDatabase();
  const stores = openStores(direct);
  await stores.database.ensureIndexes();
  const proxy = await openProxy(direct.uri);
  const application = await composeApplication(proxy.uri, log, settings);
  const { port } = await application.http.listen({ host: '127.0.0.1', port: 0 });

  /** An organisation of its own in the middle of April 2027, or a live one, whose `basic`, `digital` and `premium` are a group. */
  const opens = async (portal: Partial<PortalSettings> = {}, live = false) => {
    const seeded = await seedOrganisation(stores, { live });
    const { organisation } = seeded;
    const settings = { ...defaultPageSettings.portal, returnUrls: [publisher], ...portal };
    await stores.organisations.save({ ...organisation, pages: { portal: settings } });
    const group = await seedGroup(stores, seeded, [
      { code: 'basic' },
      { code: 'digital' },
      { code: 'premium', changeTiming: 'end_of_period' },
    ]);
    const moveTo = async (iso: string) => {
      const moved = await application.setTestClock({
        organisationId: organisation.id,
        at: at(iso),
      });
      if (!moved.ok) throw new Error(moved.failure);
    };
    if (!live) await moveTo(middle);
    return {
      ...{ seeded, group, moveTo, organisationId: organisation.id },
      /** On the first tier, or on none. */
      subscribes: (isGrouped: boolean, edits: SubscribeOptions['edits'] = {}) => {
        const tierId = isGrouped ? group.tierOf('basic').id : null;
        const usual = { tierId, createdFrom: 'api' as const, ...edits };
        return seeded.subscribe({ code: 'basic', ...(live ? aroundNow() : april), edits: usual });
      },
    };
  };

  return {
    ...{ stores, proxy, application, port, opens },
    /** A browser in which the account of that user product is in. */
    browser: async (product: Pick<UserProduct, 'organisationId' | 'accountId'>) => {
      const secret = randomPageSecrets.next();
      const now = Date.now();
      const hour = 3_600_000;
      await stores.pageAccess.insertSession(
        buildSession({
          tokenHash: randomPageSecrets.hashOf(secret),
          owner: ownerOf(product),
          visit: buildVisit({ returnUrl: publisher }),
          createdAt: toInstant(now),
          seenAt: toInstant(now),
          provedAt: toInstant(now),
          endsAt: toInstant(now + hour),
        }),
      );
      return browserWith(port, `portal=${secret}`);
    },
    close: async () => {
      await application.http.close();
      await application.close();
      await proxy.close();
      await direct.close();
    },
  };
}

export type PortalApp = Awaited<ReturnType<typeof startPortalApp>>;
export type OpenedShop = Awaited<ReturnType<PortalApp['opens']>>;

export function ownerOf({
  organisationId,
  accountId,
}: Pick<UserProduct, 'organisationId' | 'accountId'>) {
  return { kind: 'portal', organisationId, accountId: accountId } as const;
}

export function browserWith(port: number, cookie: string) {
  const ask = (asked: Asked): Promise<PageSeen> =>
    askPage(port, { ...asked, headers: { cookie, ...asked.headers } });
  const see = (path: string) => ask({ path });
  const post = (path: string, form: Readonly<Record<string, string>> = {}) =>
    ask({ path, form, headers: fromOwnPage });
  return {
    ...{ ask, see, post },
    /** The confirm page of that choice, from the first one on, and the form that it holds. */
    offered: async (id: string, choice = 0) => {
      const options = await see(`/portal/subscriptions/${id}/change`);
      const value = choicesIn(options.html)[choice] ?? '';
      const confirm = await see(`/portal/subscriptions/${id}/change/confirm?choice=${value}`);
      return { confirm, form: hiddenIn(confirm.html) };
    },
    order: (id: string, form: Readonly<Record<string, string>>) =>
      post(`/portal/subscriptions/${id}/change`, form),
    /** A page with an action, and what its form sends. */
    formOf: async (path: string) => hiddenIn((await see(path)).html),
  };
}
