import { makeVerifyInstallation } from '../../src/application/verification/verify-installation.js';
import type { OrganisationId } from '../../src/domain/ids.js';
import type { Instant } from '../../src/domain/time/instant.js';
import type { Stores } from '../../src/storage/open-stores.js';

/** What `verify` says of an organisation at that time, a line a finding: the promise and its facts. */
export async function verifyFindings(
  stores: Stores,
  organisationId: OrganisationId,
  now: Instant,
): Promise<readonly string[]> {
  const found: string[] = [];
  const verify = makeVerifyInstallation({
    ...stores,
    organisationNow: () => Promise.resolve(now),
    clock: { now: () => now },
  });
  const report: Parameters<typeof verify>[0]['report'] = ({ promise, facts }) =>
    found.push(`${promise} ${JSON.stringify(facts)}`);
  await verify({ organisationId, report });
  return found;
}
