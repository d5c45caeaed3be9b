import { beforeEach, describe, expect, test } from '@jest/globals';
import { fileDraft, ids } from '../../cli/import-file-text.js';
import { bringFiles, otherId, otherOrganisation } from './bring-files.js';

let files: ReturnType<typeof bringFiles>;
beforeEach(() => {
  files = bringFiles();
});

const pendingChange = { kind: 'downgrade', package_code: 'offer', period_id: ids.campaignPeriod };

describe('what is refused', () => {
  test.each([
    ['packages.1.base_package', 'none', 'packages[1].base_package: no package has this code'],
    [
      'packages.1.base_package',
      'offer',
      'packages[1].base_package: must be a package of kind package',
    ],
    ['packages.1.base_package', null, 'packages[1].base_package: a campaign needs one'],
    ['packages.0.base_package', 'offer', 'packages[0].base_package: only a campaign has one'],
    ['packages.1.code', 'basic', 'packages[1].code: stands at packages[0].code already'],
    ['packages.1.id', ids.package, 'packages[1].id: stands at packages[0].id already'],
    [
      'packages.1.periods.0.id',
      ids.period,
      'packages[1].periods[0].id: stands at packages[0].periods[0].id already',
    ],
    [
      'user_products.0.package_code',
      'none',
      'user_products[0].package_code: no package has this code',
    ],
    [
      'user_products.0.period_id',
      ids.campaignPeriod,
      'user_products[0].period_id: is no period of that package',
    ],
    [
      'user_products.0.account_id',
      otherId('9'),
      'user_products[0].account_id: is no account of this file or organisation',
    ],
    [
      'user_products.0.valid_to',
      '2026-11-01T00:00:00+01:00',
      'user_products[0].valid_to: must be later than valid_from',
    ],
    [
      'user_products.0.valid_to',
      null,
      'user_products[0].valid_to: is needed where a subscription recurs or is limited',
    ],
    ['clients.0.secret', null, 'clients[0].secret: is needed: there is no such client yet'],
  ])('%s as %j', async (path, value, fault) => {
    expect(await files.faultsOf(fileDraft.with(path, value))).toContain(fault);
  });

  test('a span of sale that ends before it begins', async () => {
    const draft = fileDraft
      .with('packages.0.valid_from', '2026-12-01T00:00:00Z')
      .with('packages.0.valid_to', '2026-12-01T00:00:00Z');
    expect(await files.faultsOf(draft)).toEqual([
      'packages[0].valid_to: must be later than valid_from',
    ]);
  });

  test('all of it at once, and in every organisation, before anything is written', async () => {
    const first = fileDraft.with('packages.1.base_package', 'none');
    const second = otherOrganisation.with('user_products.0.period_id', otherId('9'));
    expect(await files.faultsOf(first, second)).toEqual([
      'organisations[0].packages[1].base_package: no package has this code',
      'organisations[1].user_products[0].period_id: is no period of that package',
    ]);
  });

  test('an id twice in one file, in two organisations too', async () => {
    const second = otherOrganisation.with('accounts.0.id', ids.account);
    expect(await files.faultsOf(fileDraft, second)).toContain(
      'organisations[1].accounts[0].id: stands at organisations[0].accounts[0].id already',
    );
  });

  test('ids of another organisation, and its clients', async () => {
    await files.bring(otherOrganisation);
    const draft = fileDraft
      .with('clients.0.id', 'other')
      .with('packages.0.id', otherId('b'))
      .with('accounts.0.id', otherId('d'))
      .with('user_products.0.account_id', otherId('d'))
      .with('user_products.0.id', otherId('f'));
    expect(await files.faultsOf(draft)).toEqual([
      'clients[0].id: is the id of a client of another organisation',
      'accounts[0].id: belongs to another organisation',
      'packages[0].id: belongs to another organisation',
      'user_products[0].id: belongs to another organisation',
    ]);
  });

  test('a live organisation made one that is not', async () => {
    await files.bring(fileDraft.with('organisation.live', true));
    expect(await files.faultsOf(fileDraft)).toEqual([
      'organisation.live: must be true: an organisation that is live never ceases to be',
    ]);
  });

  test('another time zone while user products live, in a dry run too', async () => {
    await files.bring(fileDraft);
    const fault =
      'organisation.time_zone: must be Europe/Stockholm as long as the organisation has living user products';
    const moved = fileDraft.with('organisation.time_zone', 'Pacific/Kiritimati');
    expect(await files.faultsOf(moved)).toEqual([fault]);
    expect(await files.rehearse(moved)).toMatchObject({ faults: [{ path: fault.split(':')[0] }] });
    const over = otherOrganisation.with('user_products.0.state', 'deactivated');
    await files.bring(over);
    await files.bring(over.with('organisation.time_zone', 'Pacific/Kiritimati'));
  });

  test('a code or a period of a package that the file leaves', async () => {
    await files.bring(fileDraft);
    const draft = fileDraft
      .with('packages', [])
      .with('packages.0', fileDraft.at('packages.0'))
      .with('packages.0.id', otherId('9'))
      .with('user_products', []);
    expect(await files.faultsOf(draft)).toEqual([
      'packages[0].code: is the code of another package of this organisation',
      'packages[0].periods[0].id: belongs to another package of this organisation',
    ]);
  });

  test.each([
    ['a target that is not there', { ...pendingChange, package_code: 'none' }, '.package_code'],
    ['a period of another package', { ...pendingChange, period_id: ids.period }, '.period_id'],
  ])('a pending change to %s is refused', async (_, value, place) => {
    const [fault] = await files.faultsOf(fileDraft.with('user_products.0.pending_change', value));
    expect(fault).toContain(`user_products[0].pending_change${place}: `);
  });

  test('a pending change on what is not activated is refused', async () => {
    const draft = fileDraft
      .with('user_products.0.pending_change', pendingChange)
      .with('user_products.0.state', 'cancelled');
    expect(await files.faultsOf(draft)).toEqual([
      'user_products[0].pending_change: can only wait on an activated user product that has a valid_to',
    ]);
  });
});
