import { beforeEach, describe, expect, test } from '@jest/globals';
import { fileDraft, ids, type FileDraft } from '../../cli/import-file-text.js';
import { bringFiles } from './bring-files.js';

let files: ReturnType<typeof bringFiles>;
beforeEach(() => {
  files = bringFiles();
});

const pendingChange = { kind: 'downgrade', package_code: 'offer', period_id: ids.campaignPeriod };
const waiting = fileDraft.with('user_products.0.pending_change', pendingChange);
const period = 'packages.1.periods.0';
const at = 'user_products[0].pending_change';

describe('A change that waits in a file', () => {
  test('is taken where the rules would have accepted it', async () => {
    expect(await files.faultsOf(waiting)).toEqual([]);
  });

  test.each<[string, FileDraft, string]>([
    [
      'to a limited period',
      waiting.with(`${period}.type`, 'limited'),
      `${at}.period_id: is of another type than the subscription`,
    ],
    [
      'to a bundle',
      waiting.with('packages.1.kind', 'bundle').with('packages.1.base_package', null),
      `${at}.package_code: is of a kind that cannot be changed to`,
    ],
    [
      'to another currency',
      waiting.with(`${period}.currency`, 'EUR'),
      `${at}.period_id: is in another currency than the subscription`,
    ],
    [
      'to a disabled period',
      waiting.with(`${period}.enabled`, false),
      `${at}.period_id: is disabled`,
    ],
    [
      'by another payment method',
      waiting.with(`${period}.payment_method`, 'card'),
      `${at}.period_id: is paid by another method than the subscription`,
    ],
    [
      'to what was archived',
      waiting.with('packages.1.archived', true),
      `${at}.package_code: was not on sale when it was asked for, or is archived`,
    ],
    [
      'to what is no longer on sale',
      waiting.with('packages.1.valid_to', '2026-11-01T00:00:00Z'),
      `${at}.package_code: was not on sale when it was asked for, or is archived`,
    ],
    [
      'to what it is on',
      waiting
        .with('user_products.0.pending_change.package_code', 'basic')
        .with('user_products.0.pending_change.period_id', ids.period),
      `${at}.package_code: is what the subscription is on already`,
    ],
    [
      'of what another system provisions',
      waiting.with('user_products.0.provision_service', 'other'),
      'user_products[0].provision_service: must be tulo where a change waits',
    ],
    [
      'of a bundle',
      waiting
        .with('packages.0.kind', 'bundle')
        .with('packages.1.base_package', null)
        .with('packages.1.kind', 'package'),
      'user_products[0].package_code: is of a kind that cannot be changed',
    ],
  ])('%s is a fault', async (_, draft, fault) => {
    expect(await files.faultsOf(draft)).toEqual([fault]);
  });

  test('as a downgrade to another period of the same package is a fault, as a change it is not', async () => {
    const other = { ...(fileDraft.at('packages.0.periods.0') as object), id: 'a'.repeat(24) };
    const draft = waiting
      .with('packages.0.periods.1', other)
      .with('user_products.0.pending_change.package_code', 'basic')
      .with('user_products.0.pending_change.period_id', other.id);
    expect(await files.faultsOf(draft)).toEqual([
      `${at}.package_code: is what the subscription is on already`,
    ]);
    expect(
      await files.faultsOf(draft.with('user_products.0.pending_change.kind', 'change')),
    ).toEqual([]);
  });

  test('was asked for when its package was still on sale, if it says so', async () => {
    const draft = waiting
      .with('packages.1.valid_to', '2026-11-10T00:00:00+01:00')
      .with('user_products.0.pending_change.requested_at', '2026-11-05T00:00:00+01:00');
    expect(await files.faultsOf(draft)).toEqual([]);
  });

  test('in a user product that is there already is not looked at: the row stays as it is', async () => {
    await files.bring(waiting);
    expect(await files.faultsOf(waiting.with('packages.1.archived', true))).toEqual([]);
  });
});

test('A user product of another type than its period is a fault', async () => {
  const fault = 'user_products[0].subscription_type: must be that of its period';
  const limited = fileDraft.with('user_products.0.subscription_type', 'limited');
  expect(await files.faultsOf(limited)).toEqual([fault]);
  const snapshot = {
    ...{ type: 'limited', payment_method: 'invoice', iteration_type: 'month' },
    ...{ iteration_length: 1, price: '90' },
  };
  expect(await files.faultsOf(fileDraft.with('user_products.0.period_snapshot', snapshot))).toEqual(
    [fault],
  );
});
