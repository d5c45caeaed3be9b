import { describe, expect, test } from '@jest/globals';
import {
  asksForProof,
  isAtLeast,
  isProofFresh,
  mayDo,
  type OperatorAction,
  operatorActions,
  parseRole,
  roles,
} from '../../../../src/domain/operators/role.js';

/** docs/spec/pages.md §10, row by row: from which role on. */
const table: Readonly<Record<(typeof roles)[number], readonly OperatorAction[]>> = {
  viewer: ['see'],
  support: [
    ...(['change_subscription', 'cancel_subscription', 'reactivate_subscription'] as const),
    ...(['undo_change', 'assign_group', 'make_portal_link'] as const),
    ...(['settle_declaration', 'replay_delivery'] as const),
  ],
  editor: [
    ...(['edit_product_group', 'edit_package', 'edit_price', 'edit_ranks'] as const),
    ...(['edit_subscription_dates', 'edit_brand', 'edit_portal_settings'] as const),
    ...(['dry_run_bulk_change', 'replay_range'] as const),
  ],
  owner: [
    ...(['run_bulk_change', 'undo_bulk_change', 'stop_bulk_change'] as const),
    ...(['edit_webhook_endpoint', 'rotate_webhook_secret'] as const),
    ...(['add_client', 'rotate_client_secret', 'switch_client'] as const),
    ...(['edit_operators', 'set_test_clock', 'erase_account'] as const),
  ],
};

describe('A role', () => {
  const rows = roles.flatMap((from) => table[from].map((action) => [action, from] as const));

  test.each(rows)('%s takes a %s or more', (action, from) => {
    const may = roles.filter((role) => mayDo(role, action));
    expect(may).toEqual(roles.slice(roles.indexOf(from)));
  });

  test('is asked for by every action there is', () => {
    expect(rows.map(([action]) => action).toSorted()).toEqual(operatorActions.toSorted());
  });

  test('reaches as far as itself and those below', () => {
    expect(isAtLeast('editor', 'editor')).toBe(true);
    expect(isAtLeast('editor', 'support')).toBe(true);
    expect(isAtLeast('editor', 'owner')).toBe(false);
  });

  test('is known by its word alone', () => {
    expect(roles.map(parseRole)).toEqual(roles);
    expect(parseRole('Owner')).toBeNull();
    expect(parseRole('toString')).toBeNull();
  });
});

describe('A proof of who somebody is', () => {
  test('is asked for by what touches secrets, operators, bulk runs and erasure', () => {
    expect(operatorActions.filter(asksForProof)).toEqual([
      ...['run_bulk_change', 'undo_bulk_change', 'rotate_webhook_secret', 'add_client'],
      ...['rotate_client_secret', 'edit_operators', 'erase_account'],
    ]);
  });

  test('is believed for five minutes, and never from the future', () => {
    expect(isProofFresh(1_000, 1_000)).toBe(true);
    expect(isProofFresh(0, 299_999)).toBe(true);
    expect(isProofFresh(0, 300_000)).toBe(false);
    expect(isProofFresh(1_001, 1_000)).toBe(false);
  });
});
