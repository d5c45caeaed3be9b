import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import { groupLimits, groupTextFault } from '../../domain/catalogue/group-limits.js';
import { isChangeableKind } from '../../domain/catalogue/is-changeable-kind.js';
import type { Package } from '../../domain/catalogue/package.js';
import type { Tier } from '../../domain/catalogue/product-group.js';
import type { PaymentPeriodId } from '../../domain/ids.js';
import type { PathFault, PathFaultCode } from '../catalogue/path-fault.js';
import type { TierRow } from './group-commands.js';

type Rows = {
  readonly rows: readonly TierRow[];
  /** The tiers that the group has. */
  readonly standing: readonly Tier[];
  readonly catalogue: Catalogue;
};

/**
 * What is wrong with the rows of a group, row by row in the order of the fields (docs/spec/product-groups-api.md §2). Of
 * what may be there once, whatever comes later is at fault. Of too many rows nothing else is told.
 */
export function tierFaults({ rows, standing, catalogue }: Rows): readonly PathFault[] {
  if (rows.length > groupLimits.tiers) {
    return [{ path: ['tiers'], code: 'range', bounds: { maximum: groupLimits.tiers } }];
  }
  return rows.flatMap((row, place) => {
    const before = rows.slice(0, place);
    return [
      ...faultAt(place, idFault(row, before, standing), 'id'),
      ...faultAt(place, packageFault(row, before, catalogue), 'packageId'),
      ...countFaults(row, place),
      ...row.periodIds.flatMap((id, n) =>
        faultAt(place, periodFault({ id, row, n, catalogue }), 'periodIds', n),
      ),
      ...faultAt(place, positionFault(row, before), 'position'),
      ...faultAt(place, labelFault(row), 'label'),
    ];
  });
}

/** What is wrong with the name of a group. */
export function groupNameFaults(name: string): readonly PathFault[] {
  const isName = name !== '' && groupTextFault(name, groupLimits.nameLength) === null;
  return isName ? [] : [{ path: ['name'], code: 'invalid' }];
}

function faultAt(
  place: number,
  code: PathFaultCode | null,
  ...field: readonly (string | number)[]
): readonly PathFault[] {
  return code === null ? [] : [{ path: ['tiers', place, ...field], code }];
}

function idFault(
  { id }: TierRow,
  before: readonly TierRow[],
  standing: readonly Tier[],
): PathFaultCode | null {
  if (id === null) return null;
  const isOwn = standing.some((it) => it.id === id) && !before.some((it) => it.id === id);
  return isOwn ? null : 'not_found';
}

function packageFault(
  { packageId }: TierRow,
  before: readonly TierRow[],
  { packagesById }: Catalogue,
): PathFaultCode | null {
  const pack = packagesById.get(packageId);
  if (pack === undefined) return 'not_found';
  if (!isChangeableKind(pack.kind)) return 'invalid';
  return before.some((it) => it.packageId === packageId) ? 'duplicate' : null;
}

function countFaults({ periodIds: { length } }: TierRow, place: number): readonly PathFault[] {
  const bounds = { minimum: 1, maximum: groupLimits.plansOfTier };
  const isWithin = length >= bounds.minimum && length <= bounds.maximum;
  return isWithin ? [] : [{ path: ['tiers', place, 'periodIds'], code: 'range', bounds }];
}

function positionFault({ position }: TierRow, before: readonly TierRow[]): PathFaultCode | null {
  if (position < 1 || position > groupLimits.position) return 'range';
  return before.some((it) => it.position === position) ? 'duplicate' : null;
}

function labelFault({ label }: TierRow): PathFaultCode | null {
  const fault = label === null ? null : groupTextFault(label, groupLimits.labelLength);
  return fault === null ? null : 'invalid';
}

type PeriodInRow = {
  readonly id: PaymentPeriodId;
  readonly row: TierRow;
  /** Where it stands in the row. */
  readonly n: number;
  readonly catalogue: Catalogue;
};

/** Of a row whose package is unknown nothing is said but whether there is such a period at all. */
function periodFault({ id, row, n, catalogue }: PeriodInRow): PathFaultCode | null {
  const pack = catalogue.packagesById.get(row.packageId);
  const type = typeIn(pack, id) ?? typeAnywhere(catalogue, id);
  if (type === null) return 'not_found';
  if (type !== 'recurring' || (pack !== undefined && typeIn(pack, id) === null)) return 'invalid';
  return row.periodIds.indexOf(id) < n ? 'duplicate' : null;
}

function typeIn(pack: Package | undefined, id: PaymentPeriodId) {
  return pack?.periods.find((it) => it.id === id)?.type ?? null;
}

function typeAnywhere({ packagesById }: Catalogue, id: PaymentPeriodId) {
  const types = [...packagesById.values()].map((it) => typeIn(it, id));
  return types.find((it) => it !== null) ?? null;
}
