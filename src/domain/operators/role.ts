/** What an operator is to an organisation, from least to most (docs/spec/pages.md §10). */
export const roles = ['viewer', 'support', 'editor', 'owner'] as const;
export type Role = (typeof roles)[number];

type ActionRule = {
  /** The least role that may do it. */
  readonly from: Role;
  /** Whoever does it has proved who they are in the last five minutes. */
  readonly provesAgain?: true;
};

/** Everything that an operator may do, row by row as docs/spec/pages.md §10 has it. */
const rules = {
  see: { from: 'viewer' },

  change_subscription: { from: 'support' },
  cancel_subscription: { from: 'support' },
  reactivate_subscription: { from: 'support' },
  undo_change: { from: 'support' },
  assign_group: { from: 'support' },
  make_portal_link: { from: 'support' },
  settle_declaration: { from: 'support' },
  replay_delivery: { from: 'support' },

  edit_product_group: { from: 'editor' },
  edit_package: { from: 'editor' },
  edit_price: { from: 'editor' },
  edit_ranks: { from: 'editor' },
  edit_subscription_dates: { from: 'editor' },
  edit_brand: { from: 'editor' },
  edit_portal_settings: { from: 'editor' },
  dry_run_bulk_change: { from: 'editor' },
  replay_range: { from: 'editor' },

  run_bulk_change: { from: 'owner', provesAgain: true },
  undo_bulk_change: { from: 'owner', provesAgain: true },
  stop_bulk_change: { from: 'owner' },
  edit_webhook_endpoint: { from: 'owner' },
  rotate_webhook_secret: { from: 'owner', provesAgain: true },
  add_client: { from: 'owner', provesAgain: true },
  rotate_client_secret: { from: 'owner', provesAgain: true },
  switch_client: { from: 'owner' },
  edit_operators: { from: 'owner', provesAgain: true },
  set_test_clock: { from: 'owner' },
  erase_account: { from: 'owner', provesAgain: true },
} as const satisfies Record<string, ActionRule>;

export type OperatorAction = keyof typeof rules;
export const operatorActions = Object.keys(rules) as readonly OperatorAction[];

/** For how long a proof of who somebody is is believed, in milliseconds of real time. */
const proofHoldsMs = 5 * 60_000;

/** Whether that role may do that. Example: support may cancel a subscription, a viewer may not. */
export function mayDo(role: Role, action: OperatorAction): boolean {
  return isAtLeast(role, rules[action].from);
}

/** Whether whoever does that must have proved who they are of late. */
export function asksForProof(action: OperatorAction): boolean {
  return 'provesAgain' in rules[action];
}

/** Whether that proof is still believed: 5 minutes long, and never one of the future. */
export function isProofFresh(provedAt: number, now: number): boolean {
  return now >= provedAt && now - provedAt < proofHoldsMs;
}

/** Whether a role reaches as far as another: each does. Example: an owner is at least an editor. */
export function isAtLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}

/** The role that a word names; null where it names none. */
export function parseRole(word: string): Role | null {
  return roles.find((it) => it === word) ?? null;
}
