import type { PackageKind } from './package.js';

const changeableKinds: ReadonlySet<PackageKind> = new Set<PackageKind>(['package', 'campaign']);

/** Whether a subscription may be changed from, or to, what is of that kind (docs/spec/payway-api.md §3). */
export function isChangeableKind(kind: PackageKind): boolean {
  return changeableKinds.has(kind);
}
