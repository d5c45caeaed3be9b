/**
 * What becomes of one user product on `basic` around the end of its period, in the simplest words and one call at a
 * time. Written apart from the product, so that the two can disagree. Times are milliseconds from the boundary.
 */
export type Call =
  'cancel' | 'reactivate' | 'take back' | 'upgrade' | 'downgrade' | 'end what is due';

export type Asked = { readonly call: Call; readonly at: number };

export type BoundaryModel = {
  readonly state: 'activated' | 'cancelled' | 'deactivated';
  readonly isPending: boolean;
  readonly endedBy: 'upgrade' | 'downgrade' | null;
  /** Whether the period has been renewed: then its end is a month away. */
  readonly isRenewed: boolean;
  readonly lastEffectiveAt: number;
  readonly events: readonly string[];
};

type Told = { readonly model: BoundaryModel; readonly answer: string };

const own = 'own id';
const isLiving = ({ state, endedBy }: BoundaryModel): boolean =>
  state !== 'deactivated' && endedBy === null;

function endPeriod(model: BoundaryModel, at: number): BoundaryModel {
  if (!isLiving(model) || model.isRenewed || at < 0) return model;
  const ended = { ...model, lastEffectiveAt: 0 };
  if (model.state === 'cancelled') {
    return { ...told(ended, 'user_product_deactivated'), state: 'deactivated' };
  }
  if (!model.isPending) return { ...told(ended, 'user_product_renewed'), isRenewed: true };
  const next = told(ended, 'package_downgrade_completed');
  return { ...next, state: 'deactivated', isPending: false, endedBy: 'downgrade' };
}

const told = (model: BoundaryModel, ...types: readonly string[]): BoundaryModel => ({
  ...model,
  events: [...model.events, ...types],
});
/** What waited is superseded, or taken back: the same is told. */
const dropped = (model: BoundaryModel): BoundaryModel =>
  model.isPending ? { ...told(model, 'package_change_cancelled'), isPending: false } : model;

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
  if (!model.isPending) return { model, answer: 'no_pending_change' };
  return { model: dropped(model), answer: own };
}

function upgrade(model: BoundaryModel, at: number): Told {
  if (model.endedBy === 'upgrade') return { model, answer: 'new id' };
  if (model.state !== 'activated') return { model, answer: 'user_product_not_active' };
  // One millisecond at half the price is worth nothing: the successor is renewed at once.
  const renewed = model.isRenewed || at < -1 ? [] : ['user_product_renewed'];
  const next = told(dropped(model), 'package_upgrade', ...renewed);
  return { model: { ...next, state: 'deactivated', endedBy: 'upgrade' }, answer: 'new id' };
}

function downgrade(model: BoundaryModel): Told {
  if (model.isPending || model.endedBy === 'downgrade') return { model, answer: own };
  if (model.state !== 'activated') return { model, answer: 'user_product_not_active' };
  return { model: { ...told(model, 'package_downgrade'), isPending: true }, answer: own };
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
