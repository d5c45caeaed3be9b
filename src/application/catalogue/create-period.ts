import { isChangeableKind } from '../../domain/catalogue/is-changeable-kind.js';
import type { PaymentPeriod } from '../../domain/catalogue/package.js';
import { nextRevision, type RevisedPackage } from '../../domain/catalogue/revised-package.js';
import { type PaymentPeriodId, toId } from '../../domain/ids.js';
import type { CatalogueUse } from '../ports/catalogue-use.js';
import type { RevisedPackageStore } from '../ports/catalogue-store.js';
import type { Clock, IdSource } from '../ports/surroundings.js';
import { periodRecords } from './list-period-records.js';
import { mostPeriods, whenFull } from './limits-of-catalogue.js';
import type { ReadOrganisationContext } from './organisation-context.js';
import type { PathFault } from './path-fault.js';
import { newBilling, quantityFaults } from './period-billing.js';
import type { CreatePeriod, CreatePeriodCommand, PeriodRecord } from './period-commands.js';
import { untilWritten, type UntilWrittenDeps } from './until-written.js';

export type CreatePeriodDeps = UntilWrittenDeps & {
  readonly revisedPackages: Pick<RevisedPackageStore, 'find' | 'replace'>;
  readonly catalogueUse: Pick<CatalogueUse, 'periodsInUse'>;
  readonly readContext: ReadOrganisationContext;
  readonly ids: IdSource;
  /** Real time: a catalogue is no matter of an organisation's own clock. */
  readonly clock: Clock;
};

/**
 * Adds a recurring payment period, paid by invoice, to a package (docs/spec/product-groups-api.md §8). Called again for
 * the same id it answers what there is by now.
 */
export function makeCreatePeriod(deps: CreatePeriodDeps): CreatePeriod {
  return (command) => {
    const period = newPeriod(command.chosenId ?? toId(deps.ids.next()), command);
    return untilWritten(deps, async () => {
      const { organisationId, packageId } = command;
      const found = await deps.revisedPackages.find(organisationId, packageId);
      const faults = [...quantityFaults(period.billing), ...packageFaults(found)];
      if (found === null || faults.length > 0) return { ok: false, failure: 'invalid', faults };
      const isMade = found.package.periods.some((it) => it.id === period.id);
      const full = isMade ? null : whenFull(found.package.periods.length, mostPeriods);
      if (full !== null) return full;
      const made = await written(deps, command, { found, period });
      return made === null ? 'lost' : { ok: true, ...made };
    });
  };
}

type Addition = { readonly found: RevisedPackage; readonly period: PaymentPeriod };

/** Null: the package was written meanwhile. */
async function written(
  deps: CreatePeriodDeps,
  { organisationId }: CreatePeriodCommand,
  { found, period }: Addition,
): Promise<PeriodRecord | null> {
  const { package: pack } = found;
  const made = pack.periods.find((it) => it.id === period.id);
  const periods = [...pack.periods, period];
  const next =
    made === undefined ? nextRevision(found, { ...pack, periods }, deps.clock.now()) : null;
  if (next !== null && !(await deps.revisedPackages.replace(organisationId, next))) return null;
  await deps.readContext(organisationId, 'fresh');
  const own = { period: made ?? period, of: next ?? found };
  const [record = null] = await periodRecords(deps, organisationId, [own]);
  return record;
}

function packageFaults(found: RevisedPackage | null): readonly PathFault[] {
  if (found === null) return [{ path: ['packageId'], code: 'not_found' }];
  return isChangeableKind(found.package.kind) ? [] : [{ path: ['packageId'], code: 'invalid' }];
}

function newPeriod(
  id: PaymentPeriodId,
  { name, enabled, interval, price, billing }: CreatePeriodCommand,
): PaymentPeriod {
  return {
    id,
    type: 'recurring',
    paymentMethod: 'invoice',
    enabled,
    interval,
    price,
    name,
    billing: newBilling(billing),
  };
}
