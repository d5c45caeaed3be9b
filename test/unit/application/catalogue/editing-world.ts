import { makeReadOrganisationContext } from '../../../../src/application/catalogue/read-organisation-context.js';
import type { Package } from '../../../../src/domain/catalogue/package.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { seedOrganisation } from '../../../support/organisation.js';
import { at } from '../../../support/domain/at.js';
import { makeTestTime } from '../../../support/process.js';

export const made = at('2026-11-01T00:00:00Z');
export const noon = at('2026-11-01T12:00:00Z');

/** An organisation that sells these packages since `made`, and what editing them needs at noon, without waiting. */
export async function startEditing(packages: readonly Package[]) {
  const stores = openMemoryStores();
  const { organisation } = await seedOrganisation(stores, { packages: [] });
  await stores.catalogues.savePackages(organisation.id, packages, made);
  const clock = makeTestTime(noon);
  const readContext = makeReadOrganisationContext({ ...stores, clock });
  const deps = {
    ...stores,
    readContext,
    clock,
    pause: () => Promise.resolve(),
    random: Math.random,
  };
  const { id: organisationId } = organisation;
  return {
    deps,
    stores,
    organisationId,
    /** What this process would sell by, without reading it anew. */
    cached: async () => (await readContext(organisationId))?.catalogue,
  };
}

export type EditingWorld = Awaited<ReturnType<typeof startEditing>>;
