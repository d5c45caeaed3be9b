import { describe, expect, test } from '@jest/globals';
import { planImport } from '../../../../src/application/import/plan-import.js';
import type { ImportState } from '../../../../src/application/import/import-state.js';
import { makePaywayPolicy } from '../../../../src/domain/change/payway/payway-policy.js';
import type { ChangeId } from '../../../../src/domain/ids.js';
import { buildPeriod } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';
import {
  basic,
  client,
  importedRow,
  importFile,
  importState,
  inWords,
  organisation,
} from './import-rows.js';

const deps = {
  waitingPolicy: makePaywayPolicy({ behaviour: 'explicit', exportingIntegrations: new Set() }),
  nextChangeId: () => idOf<ChangeId>(88),
  urlGuard: { check: (url: string) => Promise.resolve({ ok: true as const, url }) },
  hasSecret: (_: unknown, secret: string) => Promise.resolve(secret === client.secret),
};
const standing = {
  ...{ id: client.id, organisationId: organisation.id, secretHash: 'hash' },
  ...{ scopes: client.scopes, provisionService: client.provisionService, disabled: false },
};
const all: ImportState = importState({
  organisation: { ...organisation, testClockAt: null },
  packages: [basic],
  clients: new Map([[client.id, standing]]),
  accountIds: new Set(importFile().accounts.map((it) => it.id)),
  userProductIds: new Set([importedRow().id]),
});

async function plan(...[file, state]: [ReturnType<typeof importFile>, ImportState]) {
  const outcome = await planImport(deps, file, state);
  if (!outcome.ok) throw new Error(inWords(outcome.faults).join());
  const { organisation: effect, packages, clients, accounts, userProducts } = outcome.plan;
  return {
    organisation: effect,
    packages: packages.map((it) => it.effect),
    clients: clients.map((it) => [it.effect, it.hasNewSecret]),
    rows: [accounts.length, userProducts.length],
  };
}

describe('A plan', () => {
  test('creates what is not there', async () => {
    expect(await plan(importFile(), importState())).toEqual({
      organisation: 'created',
      packages: ['created'],
      clients: [['created', true]],
      rows: [1, 1],
    });
  });

  test('does nothing where all is like that already', async () => {
    expect(await plan(importFile(), all)).toEqual({
      organisation: 'unchanged',
      packages: ['unchanged'],
      clients: [['unchanged', false]],
      rows: [0, 0],
    });
  });

  test('changes what the file says otherwise, and no row', async () => {
    const file = importFile({
      organisation: { ...organisation, name: 'B' },
      packages: [{ package: { ...basic, name: 'B' }, hasGivenId: true }],
      clients: [{ ...client, disabled: true }],
      userProducts: [importedRow({ subscriptionNumber: 'S 7' })],
    });
    expect(await plan(file, all)).toEqual({
      organisation: 'changed',
      packages: ['changed'],
      clients: [['changed', false]],
      rows: [0, 0],
    });
  });

  test('has no more packages than may be', async () => {
    const periods = Array.from({ length: 501 }, (_, number) =>
      buildPeriod({ number: 1_000 + number }),
    );
    const packages = [{ package: { ...basic, periods }, hasGivenId: true }];
    const outcome = await planImport(
      deps,
      importFile({ packages, userProducts: [] }),
      importState(),
    );
    expect(outcome.ok ? [] : inWords(outcome.faults)).toEqual([
      'packages[0].periods: must be 500 at most',
    ]);
  });

  test('has at most one user product of a subscription', async () => {
    const row = importedRow({ subscriptionId: idOf<never>(7) });
    const outcome = await planImport(
      deps,
      importFile({ userProducts: [row, { ...row, id: idOf<never>(4) }] }),
      importState(),
    );
    expect(outcome.ok ? [] : inWords(outcome.faults)).toEqual([
      'user_products[1].subscription_id: is the subscription of user_products[0] already',
    ]);
  });

  test.each([
    [{ secret: 'another' }, ['changed', true]],
    [{ secret: null }, ['unchanged', false]],
    [{ scopes: [] }, ['changed', false]],
    [{ provisionService: 'other' }, ['changed', false]],
    [{ disabled: false }, ['unchanged', false]],
  ])('of a client that stands and %j in the file is %j', async (edits, effect) => {
    const file = importFile({ clients: [{ ...client, ...edits }] });
    expect((await plan(file, all)).clients).toEqual([effect]);
  });

  test('is none where anything is wrong: all of it is told', async () => {
    const file = importFile({
      clients: [{ ...client, secret: null }],
      packages: [{ package: { ...basic, basePackageCode: 'x' }, hasGivenId: true }],
      userProducts: [importedRow({ packageCode: 'none' })],
    });
    const outcome = await planImport(deps, file, importState());
    expect(outcome.ok ? [] : outcome.faults.map((it) => it.path)).toEqual([
      'clients[0].secret',
      'packages[0].base_package',
      'user_products[0].package_code',
    ]);
  });
});
