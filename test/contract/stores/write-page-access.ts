import type { OperatorId } from '../../../src/domain/ids.js';
import { defaultPageSettings } from '../../../src/domain/portal/portal-settings.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { at } from '../../support/domain/at.js';
import { buildLink, buildSession, buildVisit } from '../../support/stored/build-page-access.js';
import { newId } from '../../support/stored/ids.js';

/** Settings of pages that say something everywhere. */
export const fullPageSettings = {
  portal: {
    ...defaultPageSettings.portal,
    ...{ enabled: false, returnUrls: ['https://a.test/'], offer: ['basic', 'digital'] },
    support: { text: 'Call us', url: null },
  },
  brand: {
    name: 'A',
    logo: { type: 'image/png', base64: 'iVBORw0KGgo=' },
    accent: '#0f62fe',
    corner: 'square',
  },
  languages: ['sv', 'en'],
  pricesIncludeVat: true,
} as const;

/** Links and sessions of each sort. */
export async function writePageAccess({ pageAccess }: Stores, row: UserProduct): Promise<void> {
  const { organisationId, accountId, id: userProductId } = row;
  const owner = { kind: 'portal', organisationId, accountId } as const;
  const target = { packageCode: 'a', targetPeriodId: null, tier: null, pricePlan: null };
  const flows = [null, { type: 'pending', userProductId, target: null } as const];
  const visits = [...flows, { type: 'change', userProductId, target } as const].map((flow) =>
    buildVisit({ flow, offer: flow === null ? null : ['a', 'b'] }),
  );
  const operator = { kind: 'console', operatorId: newId<OperatorId>() } as const;
  for (const visit of [null, ...visits]) {
    const said = { owner: visit === null ? operator : owner, visit };
    await pageAccess.insertLink(buildLink({ ...said, usedAt: at('2026-05-01T00:00:00Z') }));
    await pageAccess.insertSession(buildSession({ ...said, linkId: newId() }));
  }
}
