import { describe, expect, test } from '@jest/globals';
import { readImportState } from '../../../../src/application/import/import-state.js';
import { planImport } from '../../../../src/application/import/plan-import.js';
import {
  writeImport,
  type WriteImportDeps,
} from '../../../../src/application/import/write-import.js';
import { type OrganisationId, toId, type ChangeId } from '../../../../src/domain/ids.js';
import { makePaywayPolicy } from '../../../../src/domain/change/payway/payway-policy.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { newId } from '../../../support/stored/ids.js';
import { basic, client, importedAt, importedRow, importFile, organisation } from './import-rows.js';

function begin() {
  const stores = openMemoryStores();
  const drained: (OrganisationId | 'all')[] = [];
  const deps: WriteImportDeps = {
    ...stores,
    registerEndpoint: () => Promise.reject(new Error('nothing is registered here')),
    updateEndpoint: () => Promise.reject(new Error('nothing is updated here')),
    clock: { now: () => importedAt },
    secretHashes: {
      hash: (secret) => Promise.resolve(`hash of ${secret}`),
      matches: (secret, hash) => Promise.resolve(hash === `hash of ${secret}`),
    },
    drainOutbox: (id) => {
      drained.push(id);
      return Promise.resolve(0);
    },
  };
  const planned = async (file = importFile()) => {
    const organisationNow = () => Promise.resolve(importedAt);
    const state = await readImportState(
      { ...stores, lookups: stores.imports, organisationNow },
      file,
    );
    const outcome = await planImport(
      {
        waitingPolicy: makePaywayPolicy({
          behaviour: 'explicit',
          exportingIntegrations: new Set(),
        }),
        urlGuard: { check: (url) => Promise.resolve({ ok: true, url }) },
        nextChangeId: () => toId<ChangeId>(newId()),
        hasSecret: ({ secretHash }, secret) => deps.secretHashes.matches(secret, secretHash),
      },
      file,
      state,
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
    return outcome.plan;
  };
  return { stores, deps, drained, planned };
}

describe('Writing a plan', () => {
  test('writes all of it, no secret in the clear, and drains what it has to tell', async () => {
    const { stores, deps, drained, planned } = begin();
    await writeImport(deps, await planned());
    const { id } = organisation;
    expect(await stores.organisations.find(id)).toEqual({ ...organisation, testClockAt: null });
    expect(await stores.catalogues.listPackages(id)).toEqual([basic]);
    expect(await stores.clients.find(client.id)).toEqual({
      ...{ id: client.id, organisationId: id, secretHash: 'hash of secret', disabled: false },
      ...{ scopes: client.scopes, provisionService: 'tulo' },
    });
    expect(await stores.accountWalk.page(id, { after: null, limit: 9 })).toHaveLength(1);
    const row = await stores.userProducts.find(id, importedRow().id);
    expect(row?.outbox).toHaveLength(1);
    expect(drained).toEqual([id]);
  });

  test('again writes nothing, and drains nothing', async () => {
    const { deps, drained, planned } = begin();
    await writeImport(deps, await planned());
    const write = () => {
      throw new Error('something was written');
    };
    const reading = {
      ...deps,
      organisations: { save: write },
      catalogues: { ...deps.catalogues, savePackages: write },
      clients: { ...deps.clients, insert: write, update: write },
      outboxes: { insertSuccessors: write },
    };
    await writeImport(reading, await planned());
    expect(drained).toHaveLength(1);
  });

  test('of a client whose secret is withheld lets nobody in', async () => {
    const { stores, deps, planned } = begin();
    const withheld = { ...client, secret: null, isSecretWithheld: true, disabled: true };
    await writeImport(deps, await planned(importFile({ clients: [withheld] })));
    expect(await stores.clients.find(client.id)).toMatchObject({
      secretHash: 'withheld',
      disabled: true,
    });
  });

  test('brings a client that another import was faster with to what the file says', async () => {
    const { stores, deps, planned } = begin();
    const plan = await planned();
    const faster = {
      ...{ id: client.id, organisationId: organisation.id, secretHash: 'x', scopes: [] },
      ...{ provisionService: 'other', disabled: false },
    };
    await stores.clients.insert(faster);
    await writeImport(deps, plan);
    expect(await stores.clients.find(client.id)).toMatchObject({
      secretHash: 'hash of secret',
      scopes: client.scopes,
    });
  });

  test('stops where another organisation took the client meanwhile', async () => {
    const { stores, deps, planned } = begin();
    const plan = await planned();
    const taken = {
      ...{ id: client.id, organisationId: newId<OrganisationId>(), secretHash: 'x', scopes: [] },
      ...{ provisionService: 'other', disabled: false },
    };
    await stores.clients.insert(taken);
    await expect(writeImport(deps, plan)).rejects.toThrow('was taken by another organisation');
  });
});
