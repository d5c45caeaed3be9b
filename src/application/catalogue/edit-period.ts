import type { PaymentPeriod } from '../../domain/catalogue/package.js';
import { periodName } from '../../domain/catalogue/period-name.js';
import { nextRevision } from '../../domain/catalogue/revised-package.js';
import { isSameInterval } from '../../domain/change/product-groups/periods-left.js';
import type { CatalogueUse } from '../ports/catalogue-use.js';
import type { RevisedPackageStore } from '../ports/catalogue-store.js';
import type { Clock } from '../ports/surroundings.js';
import {
  type FoundPeriod,
  periodRecords,
  revisionOf,
  shownPeriods,
} from './list-period-records.js';
import type { ReadOrganisationContext } from './organisation-context.js';
import type { PathFault } from './path-fault.js';
import { editedBilling, quantityFaults } from './period-billing.js';
import type { EditPeriod, EditPeriodCommand, PeriodRecord } from './period-commands.js';
import { movedResource, unknownResource } from './refused-write.js';
import { takesVersion } from './takes-version.js';
import { untilWritten, type UntilWrittenDeps } from './until-written.js';

export type EditPeriodDeps = UntilWrittenDeps & {
  readonly revisedPackages: Pick<RevisedPackageStore, 'list' | 'replace'>;
  readonly catalogueUse: Pick<CatalogueUse, 'periodsInUse'>;
  readonly readContext: ReadOrganisationContext;
  /** Real time: a catalogue is no matter of an organisation's own clock. */
  readonly clock: Clock;
};

/** Edits a recurring payment period: all of it but what its product groups and its buyers rely on. */
export function makeEditPeriod(deps: EditPeriodDeps): EditPeriod {
  return (command) =>
    untilWritten(deps, async () => {
      const { organisationId, id, ifMatch } = command;
      const packages = await deps.revisedPackages.list(organisationId);
      const found = shownPeriods(packages).find(({ period }) => period.id === id);
      if (found === undefined) return unknownResource;
      if (!takesVersion(ifMatch, revisionOf(found).version)) return movedResource;
      const period = editedPeriod(found, command);
      const faults = faultsOf(found, command, period);
      if (faults.length > 0) return { ok: false, failure: 'invalid', faults };
      const record = await written(deps, command, { found, period });
      return record === null ? 'lost' : { ok: true, ...record };
    });
}

type Edit = { readonly found: FoundPeriod; readonly period: PaymentPeriod };

/** Null: its package was written meanwhile. */
async function written(
  deps: EditPeriodDeps,
  { organisationId }: EditPeriodCommand,
  { found, period }: Edit,
): Promise<PeriodRecord | null> {
  const { package: pack } = found.of;
  const periods = pack.periods.map((it) => (it.id === period.id ? period : it));
  const next = nextRevision(found.of, { ...pack, periods }, deps.clock.now());
  if (next !== null) {
    if (!(await deps.revisedPackages.replace(organisationId, next))) return null;
    await deps.readContext(organisationId, 'fresh');
  }
  const own = { period, of: next ?? found.of };
  const [record = null] = await periodRecords(deps, organisationId, [own]);
  return record;
}

/** A name that is the one it goes by anyway stays unsaid: it follows its package. */
function editedPeriod(
  { period, of }: FoundPeriod,
  { name = periodName(of.package, period), enabled, amountMinor, billing }: EditPeriodCommand,
): PaymentPeriod {
  return {
    ...period,
    name: name === periodName(of.package, period) ? period.name : name,
    enabled: enabled ?? period.enabled,
    price: { ...period.price, amountMinor: amountMinor ?? period.price.amountMinor },
    billing: editedBilling(period.billing, billing),
  };
}

/** In the order of the fields in docs/spec/product-groups-api.md §4. */
function faultsOf(
  { period, of }: FoundPeriod,
  given: EditPeriodCommand,
  next: PaymentPeriod,
): readonly PathFault[] {
  const { chargeModel = period.billing.chargeModel } = given.billing;
  const { interval = period.interval, currency = period.price.currency } = given;
  return [
    ...conflict(chargeModel !== period.billing.chargeModel, 'billing', 'chargeModel'),
    ...conflict(!isSameInterval(interval, period.interval), 'interval'),
    ...conflict(currency !== period.price.currency, 'currency'),
    ...quantityFaults(next.billing),
    ...conflict((given.packageId ?? of.package.id) !== of.package.id, 'packageId'),
  ];
}

function conflict(isOne: boolean, ...path: readonly string[]): readonly PathFault[] {
  return isOne ? [{ path, code: 'conflict' }] : [];
}
