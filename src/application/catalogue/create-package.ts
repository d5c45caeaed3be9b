import type { Package } from '../../domain/catalogue/package.js';
import { firstRevision } from '../../domain/catalogue/revised-package.js';
import { type PackageId, toId } from '../../domain/ids.js';
import type { RevisedPackageStore } from '../ports/catalogue-store.js';
import type { Clock, IdSource } from '../ports/surroundings.js';
import { mostPackages, whenFull } from './limits-of-catalogue.js';
import type { ReadOrganisationContext } from './organisation-context.js';
import type { CreatePackage, CreatePackageCommand } from './package-commands.js';

export type CreatePackageDeps = {
  readonly revisedPackages: Pick<RevisedPackageStore, 'insert' | 'find'>;
  readonly readContext: ReadOrganisationContext;
  readonly ids: IdSource;
  /** Real time: a catalogue is no matter of an organisation's own clock. */
  readonly clock: Clock;
};

/**
 * A package without payment periods (docs/spec/product-groups-api.md §8): unranked, so that price decides under Payway's
 * rules, without title and integration. Called again for the same id it answers what there is by now.
 */
export function makeCreatePackage(deps: CreatePackageDeps): CreatePackage {
  return async (command) => {
    const { organisationId } = command;
    const id = command.chosenId ?? toId<PackageId>(deps.ids.next());
    const revised = firstRevision(newPackage(id, command), deps.clock.now());
    const context = await deps.readContext(organisationId);
    const full = whenFull(context?.catalogue.packagesById.size ?? 0, mostPackages);
    if (full !== null) {
      const earlier = await deps.revisedPackages.find(organisationId, id);
      return earlier === null ? full : { ok: true, ...earlier };
    }
    const outcome = await deps.revisedPackages.insert(organisationId, revised);
    if (outcome === 'code_taken') {
      return { ok: false, failure: 'invalid', faults: [{ path: ['code'], code: 'duplicate' }] };
    }
    await deps.readContext(organisationId, 'fresh');
    const made =
      outcome === 'present' ? await deps.revisedPackages.find(organisationId, id) : revised;
    if (made === null) throw new Error('an id that was chosen for a package is taken');
    return { ok: true, ...made };
  };
}

function newPackage(id: PackageId, { name, code, archived }: CreatePackageCommand): Package {
  return {
    id,
    code: code ?? `p-${id}`,
    kind: 'package',
    name,
    titleCode: null,
    rank: 'unranked',
    basePackageCode: null,
    integrationCode: null,
    customerCanCancel: true,
    vatCode: null,
    validFrom: null,
    validTo: null,
    archived,
    tags: [],
    description: {},
    periods: [],
  };
}
