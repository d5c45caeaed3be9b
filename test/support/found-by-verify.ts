import { makeVerifyInstallation } from '../../src/application/verification/verify-installation.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import type { OrganisationId } from '../../src/domain/ids.js';
import type { Stores } from '../../src/storage/open-stores.js';
import { at } from './organisation.js';

/** Before anything that a test writes: whatever waits is on its way. */
const clock = { now: () => at('2026-01-01T00:00:00Z') };

/** What `verify` says of an organisation, a line a finding, as the command prints it; whatever waits is on its way. */
export async function foundByVerify(
  stores: Stores,
  { organisationNow }: Pick<UseCases, 'organisationNow'>,
  organisationId: OrganisationId,
): Promise<readonly string[]> {
  const lines: string[] = [];
  const verify = makeVerifyInstallation({ ...stores, organisationNow, clock });
  await verify({
    organisationId,
    report: ({ promise, facts }) => {
      const named = Object.entries(facts).map(([name, value]) => `${name}=${String(value)}`);
      lines.push([promise, ...named].join(' '));
    },
  });
  return lines;
}
