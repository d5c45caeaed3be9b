/**
 * What becomes of one user product on `basic` around the end of its period, in the simplest words and one call at a
 * time: told by documents, on the middle tier of a group whose lower one waits and whose higher one is at once. Written
 * apart from the product, so that the two can disagree. Times are milliseconds from the boundary.
 */
export type Call =
  | 'cancel'
  | 'reactivate'
  | 'take back'
  | 'upgrade'
  | 'downgrade'
  | 'apply higher'
  | 'apply lower'
  | 'end what is due';

export type Asked = { readonly call: Call; readonly at: number };

/** What waits for the end of the period, by either API. */
type Waiting = 'downgrade' | 'apply lower';

export type BoundaryModel = {
  readonly state: 'activated' | 'cancelled' | 'deactivated';
  readonly pending: Waiting | null;
  readonly endedBy: Waiting | 'upgrade' | 'apply higher' | null;
  /** Whether the period has been renewed: then its end is a month away. */
  readonly isRenewed: boolean;
  readonly lastEffectiveAt: number;
  /** A document with what it comes to. */
  readonly events: readonly string[];
};

type Told = { readonly model: BoundaryModel; readonly answer: string };

const own = 'own id';
const isLiving = ({ state, endedBy }: BoundaryModel): boolean =>
  state !== 'deactivated' && endedBy === null;

/** In April, for 100.00. */
export const untouched: BoundaryModel = {
  state: 'activated',
  pending: null,
  endedBy: null,
  isRenewed: false,
  lastEffectiveAt: -Infinity,
  events: ['user_product_created', 'invoice.created 100.00'],
};

function endPeriod(model: BoundaryModel, at: number): BoundaryModel {
  if (!isLiving(model) || model.isRenewed || at < 0) return model;
  const ended = { ...model, lastEffectiveAt: 0 };
  if (model.state === 'cancelled') {
    return { ...told(ended, 'user_product_deactivated'), state: 'deactivated' };
  }
  if (model.pending === null) {
    const renewed = told(ended, 'user_product_renewed', 'invoice.created 100.00');
    return { ...renewed, isRenewed: true };
  }
  const next = told(ended, 'package_downgrade_completed', 'invoice.created 50.00');
  return { ...next, state: 'deactivated', pending: null, endedBy: model.pending };
}

const told = (model: BoundaryModel, ...types: readonly string[]): BoundaryModel => ({
  ...model,
  events: [...model.events, ...types],
});
/** What waited is superseded, or taken back: the same is told. */
const dropped = (model: BoundaryModel): BoundaryModel =>
  model.pending === null ? model : { ...told(model, 'package_change_cancelled'), pending: null };

function cancel(model: BoundaryModel): Told {
  if (model.endedBy !== null) return { model, answer: 'user_product_ended' };
  if (model.state === 'cancelled') return { model, answer: own };
  if (model.state === 'deactivated') return { model, answer: 'user_product_not_active' };
  const next = told(dropped(model), 'user_product_cancelled');
  return { model: { ...next, state: 'cancelled' }, answer: own };
}

function reactivate(model: BoundaryModel): Told {
  if (model.endedBy !== null) return { model, answer: 'user_product_ended' };
  if (model.state !== 'cancelled') return { model, answer: 'user_product_not_cancelled' };
  const next = told(model, 'user_product_uncancelled');
  return { model: { ...next, state: 'activated' }, answer: own };
}

function takeBack(model: BoundaryModel): Told {
  if (model.endedBy !== null) return { model, answer: 'user_product_ended' };
  if (model.pending === null) return { model, answer: 'no_pending_change' };
  return { model: dropped(model), answer: own };
}

function upgrade(model: BoundaryModel, at: number): Told {
  if (model.endedBy === 'upgrade') return { model, answer: 'new id' };
  if (model.state !== 'activated') return { model, answer: 'user_product_not_active' };
  // One millisecond at half the price is worth nothing: the successor is renewed at once, and invoiced.
  const renewed =
    model.isRenewed || at < -1 ? [] : ['user_product_renewed', 'invoice.created 200.00'];
  const next = told(dropped(model), 'package_upgrade', ...renewed);
  return { model: { ...next, state: 'deactivated', endedBy: 'upgrade' }, answer: 'new id' };
}

/** A request by Payway's rules takes the place of what waits; the same again is no other. */
function downgrade(model: BoundaryModel): Told {
  if (model.pending === 'downgrade' || model.endedBy === 'downgrade') return { model, answer: own };
  if (model.state !== 'activated') return { model, answer: 'user_product_not_active' };
  const next = told(dropped(model), 'package_downgrade');
  return { model: { ...next, pending: 'downgrade' }, answer: own };
}

/** By the rules of a group what waits refuses all but the same again. */
function applyTier(model: BoundaryModel, call: 'apply higher' | 'apply lower'): Told {
  const answer = call === 'apply higher' ? 'new id' : own;
  if (model.pending === call || model.endedBy === call) return { model, answer };
  if (model.endedBy !== null) {
    return { model, answer: 'user_product_ended,user_product_not_active' };
  }
  if (model.state !== 'activated') return { model, answer: 'user_product_not_active' };
  if (model.pending !== null) return { model, answer: 'change_pending' };
  if (call === 'apply lower') {
    return { model: { ...told(model, 'package_downgrade'), pending: call }, answer };
  }
  // The last of 30 days is left: 100.00 × 1 ÷ 30. Once it is renewed, the whole of May.
  const credit = model.isRenewed ? '100.00' : '3.33';
  const next = told(
    model,
    'package_upgrade',
    `credit_note.created ${credit}`,
    'invoice.created 200.00',
    `credit_note.send_requested ${credit}`,
  );
  return { model: { ...next, state: 'deactivated', endedBy: call }, answer };
}

/** One call, by a process whose clock says `at`; what is due by then comes first. */
export function callOne(before: BoundaryModel, { call, at }: Asked): Told {
  const model = endPeriod(before, at);
  const now = Math.max(at, model.lastEffectiveAt);
  switch (call) {
    case 'cancel':
      return cancel(model);
    case 'reactivate':
      return reactivate(model);
    case 'take back':
      return takeBack(model);
    case 'upgrade':
      return upgrade(model, now);
    case 'downgrade':
      return downgrade(model);
    case 'apply higher':
    case 'apply lower':
      return applyTier(model, call);
    case 'end what is due':
      return { model, answer: 'done' };
  }
}

export type Outcome = { readonly answers: readonly string[]; readonly events: readonly string[] };

/**
 * Every outcome that some order of these calls has, the answers in the order in which the calls are given, once the
 * worker has come by a last time. A call whose clock is past the boundary ends the period first, by a commit of its own
 * (docs/architecture.md §3): that step may come anywhere before the rest of it.
 */
export function possibleOutcomes(
  begun: BoundaryModel,
  calls: readonly Asked[],
  lastTurnAt: number,
): readonly Outcome[] {
  const first = calls.find(({ at }) => at >= 0);
  const steps =
    first === undefined ? calls : [...calls, { ...first, call: 'end what is due' as const }];
  return orders(steps.map((_, index) => index)).map((order) => {
    const answers: string[] = [];
    let model = begun;
    for (const index of order) {
      const asked = steps[index];
      if (asked === undefined) throw new Error('an order is of the calls');
      const next = callOne(model, asked);
      ({ model } = next);
      answers[index] = next.answer;
    }
    return { answers: answers.slice(0, calls.length), events: endPeriod(model, lastTurnAt).events };
  });
}

function orders(of: readonly number[]): readonly (readonly number[])[] {
  if (of.length <= 1) return [of];
  return of.flatMap((first) =>
    orders(of.filter((it) => it !== first)).map((rest) => [first, ...rest]),
  );
}
