import { describe, expect, test } from '@jest/globals';
import { makeDialectChanges } from '../../../../src/application/change/dialect-changes.js';
import { unguarded } from '../../../../src/application/commit/guards.js';
import { makePaywayPolicy } from '../../../../src/domain/change/payway/payway-policy.js';
import { toClientId } from '../../../../src/domain/ids.js';
import { newId } from '../../../support/stored/ids.js';

const exportingIntegrations = new Set<string>();
const policies = {
  default: makePaywayPolicy({ behaviour: 'default', exportingIntegrations }),
  explicit: makePaywayPolicy({ behaviour: 'explicit', exportingIntegrations }),
};
const asked: unknown[][] = [];
const noted = (...given: readonly unknown[]) => {
  asked.push([...given]);
  return Promise.resolve(null as never);
};
const changes = makeDialectChanges(
  { requestChange: noted, previewChange: noted, listAvailableChanges: noted },
  policies,
);
const command = {
  organisationId: newId<never>(),
  accountId: newId<never>(),
  userProductId: newId<never>(),
  packageCode: 'digital',
  periodId: null,
  requestedBy: toClientId('test'),
};

describe('A dialect', () => {
  test.each(['default', 'explicit'] as const)(
    'asks for a change, and what it would be, under its policy of %s behaviour',
    async (behaviour) => {
      asked.length = 0;
      const { packageCode, periodId, ...others } = command;
      const named = { ...others, named: { packageCode, periodId } };
      await changes.requestChange({ ...command, behaviour }, unguarded);
      await changes.previewChange({ ...command, behaviour });
      expect(asked).toEqual([
        [named, policies[behaviour], unguarded],
        [named, policies[behaviour]],
      ]);
    },
  );

  test('lists what is available under its default policy', async () => {
    asked.length = 0;
    const { packageCode, periodId, requestedBy, ...key } = command;
    const query = { ...key, packageCodes: [packageCode], mayNamePeriod: true };
    await changes.listAvailableChanges(query);
    expect(asked).toEqual([[query, policies.default]]);
  });
});
