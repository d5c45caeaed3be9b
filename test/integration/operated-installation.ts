import { afterEach, expect } from '@jest/globals';
import { makeExportOrganisations } from '../../src/application/export/export-organisations.js';
import { makeImportOrganisations } from '../../src/application/import/import-organisations.js';
import type { ImportSource } from '../../src/application/import/import-source.js';
import { makeVerifyInstallation } from '../../src/application/verification/verify-installation.js';
import { toFileLine } from '../../src/cli/export-file/to-file-line.js';
import { rowsSource } from '../../src/cli/import-file/read-rows.js';
import { composeWebhooks } from '../../src/composition/compose-webhooks.js';
import { makePaywayPolicy } from '../../src/domain/change/payway/payway-policy.js';
import type { OrganisationId } from '../../src/domain/ids.js';
import { at } from '../support/organisation.js';
import { makeTestTime, startProcess, surroundingsAt } from '../support/process.js';
import { openTestStores, type TestStores } from '../support/stores.js';
import { withFile } from '../unit/cli/rows-text.js';

const now = at('2026-03-10T12:00:00Z');
const waitingPolicy = makePaywayPolicy({ behaviour: 'explicit', exportingIntegrations: new Set() });
const opened: TestStores[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((it) => it.close()));
});

/** A database of its own until the test ends, on 10 March 2026, with what an operator does to it. */
export async function openInstallation() {
  const it = await openTestStores();
  opened.push(it);
  const { stores } = it;
  const useCases = startProcess(stores, makeTestTime(now));
  const clock = { now: () => now };
  const surroundings = surroundingsAt(makeTestTime(now));
  const webhooks = composeWebhooks(stores, { ...surroundings, isLoopbackAllowed: true });
  const exportRows = makeExportOrganisations({ ...stores, drainOutbox: useCases.drainOutbox });
  const importOrganisations = makeImportOrganisations({
    ...stores,
    ...useCases,
    ...webhooks,
    clock,
    lookups: stores.imports,
    waitingPolicy,
    secretHashes: { hash: () => Promise.resolve('hash'), matches: () => Promise.resolve(false) },
  });
  const faultsIn = async (source: ImportSource) => {
    const found: string[] = [];
    for await (const { faults } of importOrganisations({ source, isDryRun: false })) {
      found.push(...faults.map(({ path, problem }) => `${path}: ${problem}`));
    }
    return found;
  };
  const faultsOf = (text: string) => withFile(text, (file) => faultsIn(rowsSource(file)));
  return {
    stores,
    useCases,
    export: async (organisationId: OrganisationId | 'all' = 'all') => {
      const exported = await exportRows(organisationId);
      if (!exported.ok) throw new Error(exported.failure);
      let text = '';
      for await (const page of exported.pages) text += page.map(toFileLine).join('');
      return text;
    },
    import: async (text: string) => {
      expect(await faultsOf(text)).toEqual([]);
    },
    importFrom: async (source: ImportSource) => {
      expect(await faultsIn(source)).toEqual([]);
    },
    faultsOf,
    findings: async () => {
      const promises: string[] = [];
      const verify = makeVerifyInstallation({ ...stores, ...useCases, clock });
      await verify({ organisationId: 'all', report: (it) => promises.push(it.promise) });
      return promises;
    },
  };
}

export type Installation = Awaited<ReturnType<typeof openInstallation>>;
