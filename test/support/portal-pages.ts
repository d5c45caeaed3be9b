import { renderToString } from 'preact-render-to-string';
import type { AskedVisit } from '../../src/application/ports/page-access-store.js';
import type { Package } from '../../src/domain/catalogue/package.js';
import {
  defaultPageSettings,
  type PageLanguage,
  type PageSettings,
  type PortalSettings,
} from '../../src/domain/portal/portal-settings.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { newFormKey } from '../../src/pages/kit/keyed-form.js';
import type { PageAnswer, PageContent } from '../../src/pages/kit/page-route.js';
import { writtenIn } from '../../src/pages/kit/written.js';
import type { PortalDeps } from '../../src/pages/portal/portal-deps.js';
import { portalRoutes } from '../../src/pages/portal/routes.js';
import type { PortalVisit, PortalVisitor } from '../../src/pages/portal/visitor.js';
import { openMemoryStores } from './memory-stores/open-memory-stores.js';
import { at, seedOrganisation, type SubscribeOptions, usualPackages } from './organisation.js';
import { readableText } from './page-text.js';
import { makeTestTime, startProcess } from './process.js';
import { seedGroup, type TierOfCode } from './seeded-group.js';
import { makeTestKeys, signedQuotes } from './signed-quotes.js';
import { buildSession, buildVisit } from './stored/build-page-access.js';

type Given = {
  readonly now?: string;
  readonly live?: boolean;
  readonly packages?: readonly Package[];
  readonly pages?: Partial<Omit<PageSettings, 'portal'>>;
  readonly portal?: Partial<PortalSettings>;
  readonly language?: PageLanguage;
  readonly visit?: Partial<AskedVisit>;
  /** A product group of these packages; none unless given. */
  readonly tiers?: readonly TierOfCode[];
};

type Sent = Partial<Pick<PortalVisit, 'params' | 'query' | 'form' | 'path'>>;

const keys = makeTestKeys();
const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };

/**
 * The portal's pages over stores in memory and the real use cases, in the middle of April 2026: each is asked for by the
 * name of its route, as whoever owns that subscription.
 */
export async function startPortalPages(given: Given = {}) {
  const { now = '2026-04-16T00:00:00+02:00', live = true, packages = usualPackages() } = given;
  const stores = openMemoryStores();
  const seeded = await seedOrganisation(stores, { packages, live });
  const { organisation } = seeded;
  const grouped = given.tiers === undefined ? null : await seedGroup(stores, seeded, given.tiers);
  const time = makeTestTime(at(now));
  const useCases = startProcess(stores, time, { quotes: signedQuotes(time, keys) });
  const settings: PageSettings = {
    ...defaultPageSettings,
    ...given.pages,
    portal: { ...defaultPageSettings.portal, ...given.portal },
  };
  await stores.organisations.save({ ...organisation, pages: settings });
  const deps: PortalDeps = {
    ...useCases,
    readPageSettings: (id) => stores.organisations.readPages(id),
    setSessionLanguage: (tokenHash, locale) =>
      stores.pageAccess.updateSession(tokenHash, { locale }),
    clock: time,
    newKey: newFormKey,
    isLoopbackAllowed: false,
  };
  const visitorOf = ({ accountId }: Pick<UserProduct, 'accountId'>): PortalVisitor => {
    const owner = { kind: 'portal', organisationId: organisation.id, accountId } as const;
    const visit = buildVisit(given.visit);
    const session = { ...buildSession(), owner, visit };
    return {
      kind: 'visitor',
      session,
      secondsLeft: 1_800,
      organisationId: organisation.id,
      accountId,
      organisation,
      settings,
    };
  };
  const visitBy = (product: UserProduct, sent: Sent = {}): PortalVisit => ({
    visitor: visitorOf(product),
    written: writtenIn(given.language ?? 'en', organisation.timeZone),
    address: { origin: 'https://portal.test', isHttps: true },
    path: '/portal',
    query: {},
    form: {},
    requestId: 'request-1',
    cookie: null,
    loginCookie: null,
    isPrefetch: false,
    ...sent,
    params: { id: product.id, ...sent.params },
  });
  const routes = new Map(portalRoutes(deps).map((it) => [it.name, it]));
  const ask = (name: string, product: UserProduct, sent?: Sent): Promise<PageAnswer> => {
    const route = routes.get(name);
    if (route === undefined) throw new Error(`there is no route ${name}`);
    return route.handle(visitBy(product, sent));
  };
  return {
    ...{ stores, seeded, time, useCases, deps, settings, grouped, visitorOf, visitBy, ask, routes },
    ...readingBy(ask),
    tierOf: (code: string) => {
      if (grouped === null) throw new Error('there is no product group');
      return grouped.tierOf(code);
    },
    /** On `basic` for April, but for what is given. */
    subscribe: (wanted: Partial<SubscribeOptions> = {}) =>
      seeded.subscribe({ code: 'basic', ...april, ...wanted }),
    keyOf: ({ organisationId, accountId, id: userProductId }: UserProduct) => ({
      ...{ organisationId, accountId, userProductId },
    }),
    moveTo: (iso: string) => {
      time.set(at(iso));
    },
  };
}

export type PortalPages = Awaited<ReturnType<typeof startPortalPages>>;

function readingBy(ask: (name: string, product: UserProduct, sent?: Sent) => Promise<PageAnswer>) {
  const html = async (...asked: Parameters<typeof ask>) => htmlOf(await ask(...asked));
  return {
    html,
    /** The title and the text of a page. */
    text: async (...asked: Parameters<typeof ask>) => readableText(await html(...asked)),
  };
}

/** A page as it is sent, without its frame. Throws for what is no page. */
export function htmlOf(answer: PageAnswer): string {
  if (answer.answer !== 'page') throw new Error(JSON.stringify(answer));
  return contentHtml(answer.content);
}

export function contentHtml({ title, main }: PageContent): string {
  return renderToString(main).replace(/^/, `<h1>${escaped(title)}</h1>`);
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
