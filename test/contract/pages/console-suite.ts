import { afterAll, beforeAll } from '@jest/globals';
import type { Log } from '../../../src/application/ports/log.js';
import { randomPageSecrets } from '../../../src/credentials/random-page-secrets.js';
import { type OperatorId, type OrganisationId, toId } from '../../../src/domain/ids.js';
import type { OrganisationScope } from '../../../src/domain/operators/operator.js';
import type { Role } from '../../../src/domain/operators/role.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import { buildOperator } from '../../support/domain/build-operator.js';
import { silentLog } from '../../support/process.js';
import { buildSession } from '../../support/stored/build-page-access.js';
import { newId } from '../../support/stored/ids.js';
import { browserWith, type OpenedShop, type PortalApp, startPortalApp } from './portal-app.js';

/** Who comes in, and when they proved last who they are. */
type Comes = {
  readonly role: Role;
  readonly organisationId?: OrganisationScope;
  readonly provedMinutesAgo?: number;
};

/** One application for a file of tests, with a shop in it and operators of every role. */
export function openConsoleSuite(
  settings: Readonly<Record<string, string>> = {},
  log: Log = silentLog,
) {
  let app: PortalApp;
  let shop: OpenedShop;
  beforeAll(async () => {
    app = await startPortalApp(settings, log);
    shop = await app.opens();
  });
  afterAll(() => app.close());

  /** An operator of their own, in a browser of their own. */
  const operator = async ({ role, organisationId, provedMinutesAgo = 0 }: Comes) => {
    const id = toId<OperatorId>(newId());
    const at = organisationId ?? shop.organisationId;
    await app.stores.operators.insert(
      buildOperator({
        id,
        email: `${id}@console.test`,
        memberships: [{ organisationId: at, role }],
      }),
    );
    const secret = randomPageSecrets.next();
    const now = Date.now();
    const times = {
      createdAt: toInstant(now - 3_600_000),
      seenAt: toInstant(now),
      provedAt: toInstant(now - provedMinutesAgo * 60_000),
      endsAt: toInstant(now + 3_600_000),
    };
    await app.stores.pageAccess.insertSession(
      buildSession({
        tokenHash: randomPageSecrets.hashOf(secret),
        owner: { kind: 'console', operatorId: id },
        linkId: null,
        visit: null,
        ...times,
      }),
    );
    const { ask, see, post, formOf } = browserWith(app.port, `console=${secret}`);
    return { id, secret, ask, see, post, formOf };
  };

  return {
    ...{ operator, app: () => app, shop: () => shop },
    /** Where the pages of the shop stand. */
    base: (organisationId: OrganisationId = shop.organisationId) => `/console/${organisationId}`,
  };
}
