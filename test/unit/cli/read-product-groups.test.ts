import { describe, expect, test } from '@jest/globals';
import { fileDraft, ids } from './import-file-text.js';
import { faultsOf, parsed } from './parsed-document.js';

const group = '56e1741a6fc9365306000150';
const tier = '56e1741a6fc9365306000151';
const least = { package_code: 'basic', period_ids: [ids.period], position: 1 };
const withGroup = (given: object) => fileDraft.with('product_groups', [given]).text();

describe('The product groups of a document', () => {
  test('are none where it has none, and as they are made elsewhere where it says no more', () => {
    expect(parsed(fileDraft.text()).productGroups).toEqual([]);
    const read = parsed(withGroup({ name: 'SaaS', tiers: [least] })).productGroups[0];
    expect(read).toMatchObject({
      ...{ name: 'SaaS', enabled: true, forceSameBillingInterval: false, createdAt: null },
      tiers: [
        {
          ...{ hasGivenId: false, packageCode: 'basic', periodIds: [ids.period], position: 1 },
          ...{ label: null, upgradeable: true, downgradeable: true },
          ...{ changeTiming: 'end_of_period', creditType: 'none' },
        },
      ],
    });
    const again = parsed(withGroup({ name: 'SaaS', tiers: [{ ...least, position: 7 }] }));
    expect(again.productGroups[0]?.id).toBe(read?.id);
    expect(again.productGroups[0]?.tiers[0]?.id).toBe(read?.tiers[0]?.id);
  });

  test('are what it says', () => {
    const said = {
      ...{ id: group, name: 'SaaS', enabled: false, force_same_billing_interval: true },
      created_at: '2026-01-01T00:00:00Z',
      tiers: [
        {
          ...{ ...least, id: tier, label: 'Best', upgradeable: false, downgradeable: false },
          ...{ change_timing: 'immediately', credit_type: 'pro_rata' },
        },
      ],
    };
    expect(parsed(withGroup(said)).productGroups).toEqual([
      {
        ...{ id: group, name: 'SaaS', enabled: false, forceSameBillingInterval: true },
        createdAt: Date.parse('2026-01-01T00:00:00Z'),
        tiers: [
          {
            ...{ id: tier, hasGivenId: true, packageCode: 'basic', periodIds: [ids.period] },
            ...{ position: 1, label: 'Best', upgradeable: false, downgradeable: false },
            ...{ changeTiming: 'immediately', creditType: 'pro_rata' },
          },
        ],
      },
    ]);
  });

  test.each([
    [{ name: '' }, 'name: must be at least 1 characters long'],
    [{ tiers: Array.from({ length: 101 }, () => least) }, 'tiers: must be at most 100 long'],
    [{ tiers: [{ ...least, period_ids: [] }] }, 'tiers[0].period_ids: must be at least 1 long'],
    [{ tiers: [{ ...least, position: 0 }] }, 'tiers[0].position: must be at least 1'],
    [{ tiers: [{ ...least, position: 10_001 }] }, 'tiers[0].position: must be at most 10000'],
    [
      { tiers: [{ ...least, label: 'x'.repeat(101) }] },
      'tiers[0].label: must be at most 100 characters long',
    ],
    [
      { tiers: [{ ...least, credit_type: 'half' }] },
      'tiers[0].credit_type: must be one of pro_rata, full, last_invoiced, none',
    ],
    [{ colour: 'red' }, 'colour: is not a member known here'],
  ])('are told where they are wrong: %#', (edits, problem) => {
    expect(faultsOf(withGroup({ name: 'SaaS', ...edits }))).toEqual([
      `product_groups[0].${problem}`,
    ]);
  });
});
