import { isChangeableKind } from '../../domain/catalogue/is-changeable-kind.js';
import { nextRevision } from '../../domain/catalogue/revised-package.js';
import type { RevisedPackageStore } from '../ports/catalogue-store.js';
import type { Clock } from '../ports/surroundings.js';
import type { ReadOrganisationContext } from './organisation-context.js';
import type { EditPackage } from './package-commands.js';
import { movedResource, unknownResource } from './refused-write.js';
import { takesVersion } from './takes-version.js';
import { untilWritten, type UntilWrittenDeps } from './until-written.js';

export type EditPackageDeps = UntilWrittenDeps & {
  readonly revisedPackages: Pick<RevisedPackageStore, 'find' | 'replace'>;
  readonly readContext: ReadOrganisationContext;
  /** Real time: a catalogue is no matter of an organisation's own clock. */
  readonly clock: Clock;
};

/** Renames a package, archives it, or takes it out of the archive (docs/spec/product-groups-api.md §4). */
export function makeEditPackage(deps: EditPackageDeps): EditPackage {
  return ({ organisationId, id, ifMatch, name, code, archived }) =>
    untilWritten(deps, async () => {
      const found = await deps.revisedPackages.find(organisationId, id);
      if (found === null || !isChangeableKind(found.package.kind)) return unknownResource;
      if (!takesVersion(ifMatch, found.revision.version)) return movedResource;
      if ((code ?? found.package.code) !== found.package.code) {
        return { ok: false, failure: 'invalid', faults: [{ path: ['code'], code: 'conflict' }] };
      }
      const edits = { name, archived: archived ?? found.package.archived };
      const next = nextRevision(found, { ...found.package, ...edits }, deps.clock.now());
      if (next === null) return { ok: true, ...found };
      if (!(await deps.revisedPackages.replace(organisationId, next))) return 'lost';
      await deps.readContext(organisationId, 'fresh');
      return { ok: true, ...next };
    });
}
