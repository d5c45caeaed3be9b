import { makeAudited } from '../../src/application/audit/audited.js';
import { makeReadOrganisationContext } from '../../src/application/catalogue/read-organisation-context.js';
import type { OrganisationId } from '../../src/domain/ids.js';
import { toInstant } from '../../src/domain/time/instant.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import {
  answerConsoleConfirm,
  answerConsoleOrder,
} from '../../src/pages/console/subscription/confirm.js';
import type { OrganisationVisit } from '../../src/pages/console/visitor.js';
import { newFormKey } from '../../src/pages/kit/keyed-form.js';
import { writtenIn } from '../../src/pages/kit/written.js';
import { buildOperator } from './domain/build-operator.js';
import type { PortalPages } from './portal-pages.js';
import { silentLog } from './process.js';
import { newId } from './stored/ids.js';

/** The console's confirm page over the same stores and use cases as the portal's pages, as an owner looks at it. */
export async function confirmAtConsole({ stores, useCases, time, seeded }: PortalPages) {
  const organisationId = seeded.organisation.id;
  const context = await makeReadOrganisationContext({ ...stores, clock: time })(organisationId);
  if (context === null) throw new Error('there is no such organisation');
  const deps = {
    ...useCases,
    readPageSettings: (id: OrganisationId) => stores.organisations.readPages(id),
    newKey: newFormKey,
    clock: time,
    audited: makeAudited({
      ...{ audit: stores.audit, ids: { next: newId }, clock: time, log: silentLog },
    }),
  };
  const visit = (product: UserProduct): OrganisationVisit => ({
    visitor: {
      kind: 'operator',
      operator: { ...buildOperator(), provedAt: toInstant(0) },
      secondsLeft: 3_600,
      locale: null,
      at: { ...context, role: 'owner' },
    },
    written: writtenIn('en', seeded.organisation.timeZone),
    address: { origin: 'https://console.test', isHttps: true },
    path: '/console',
    params: { id: product.id },
    query: {},
    form: {},
    requestId: 'request-1',
    cookie: null,
    loginCookie: null,
    isPrefetch: false,
  });
  return {
    confirm: (product: UserProduct, choice: string) =>
      answerConsoleConfirm(deps, { ...visit(product), query: { choice } }),
    order: (product: UserProduct, form: Readonly<Record<string, string>>) =>
      answerConsoleOrder(deps, { ...visit(product), form }),
  };
}
