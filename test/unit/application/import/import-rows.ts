import type { ImportState } from '../../../../src/application/import/import-state.js';
import type {
  OrganisationImport,
  UserProductImport,
} from '../../../../src/application/import/organisation-import.js';
import {
  type AccountId,
  type OrganisationId,
  toClientId,
  type UserProductId,
} from '../../../../src/domain/ids.js';
import { defaultPageSettings } from '../../../../src/domain/portal/portal-settings.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { buildPackage, firstPeriod, sek } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';

export const importedAt = at('2026-04-16T12:00:00+02:00');
export const basic = buildPackage({ number: 100, code: 'basic' });
export const organisation = {
  id: idOf<OrganisationId>(1),
  name: 'A publisher',
  timeZone: stockholm,
  currency: sek,
  live: false,
  prorationGrain: 'day',
} as const;
export const client = {
  id: toClientId('demo'),
  secret: 'secret',
  isSecretWithheld: false,
  scopes: ['/a'],
  provisionService: 'tulo',
  disabled: null,
} as const;
const account = { id: idOf<AccountId>(2), customerNumber: null };

/** A row on `basic` for April, but for what is given. */
export function importedRow(edits: Partial<UserProductImport> = {}): UserProductImport {
  const id = edits.id ?? idOf<UserProductId>(3);
  return {
    id,
    subscriptionId: id,
    accountId: account.id,
    packageCode: 'basic',
    periodId: firstPeriod(basic).id,
    periodSnapshot: null,
    subscriptionType: 'recurring',
    state: 'activated',
    provisionService: 'tulo',
    validFrom: at('2026-04-01T00:00:00+02:00'),
    validTo: at('2026-05-01T00:00:00+02:00'),
    anchor: null,
    billingDay: null,
    cancelledAt: null,
    pendingChange: null,
    subscriptionNumber: null,
    orderId: null,
    externalStartAt: null,
    paid: null,
    billing: { hasDocuments: false, paid: null },
    quantity: 1,
    tierId: null,
    ...edits,
  };
}

/** A file with one of everything, but for what is given. */
export function importFile(edits: Partial<OrganisationImport> = {}): OrganisationImport {
  return {
    path: '',
    organisation,
    clients: [client],
    packages: [{ package: basic, hasGivenId: true }],
    productGroups: [],
    accounts: [account],
    documents: [],
    userProducts: [importedRow()],
    webhookEndpoints: [],
    ...edits,
  };
}

/** An installation that holds nothing of it, but for what is given. */
export function importState(edits: Partial<ImportState> = {}): ImportState {
  return {
    organisation: null,
    pages: defaultPageSettings,
    now: importedAt,
    packages: [],
    groups: [],
    tiersInUse: new Set(),
    documents: { known: new Map(), last: { invoice: 0, credit_note: 0 } },
    webhookEndpoints: [],
    clients: new Map(),
    accountIds: new Set(),
    userProductIds: new Set(),
    userProductCounts: new Map(),
    subscriptions: new Map(),
    isZoneInUse: false,
    elsewhere: new Set(),
    ...edits,
  };
}

/** Faults as a reader sees them: the place and the problem. */
export const inWords = (faults: readonly { path: string; problem: string }[]) =>
  faults.map(({ path, problem }) => `${path}: ${problem}`);
