/**
 * What a subscription must be like, in the simplest words: packages of 30 days in UTC, all in one group, numbers, and no
 * storage. It is told by documents, and asked by either API. Written apart from the product, so that the two can disagree.
 */
export const dayMs = 86_400_000;
export const periodMs = 30 * dayMs;

/** A package, and how a change to its tier is settled: at once, giving so much back, or at the end of the period. */
export type ModelPackage = {
  readonly code: string;
  readonly rank: number;
  readonly price: number;
  readonly credit: 'pro_rata' | 'full' | 'none' | 'waits';
};

/** `amount` buys `forMs` of time, and from … to was bought so. */
type ModelPaid = {
  readonly amount: number;
  readonly forMs: number;
  readonly from: number;
  readonly to: number;
};

export type ModelProduct = {
  readonly code: string;
  readonly price: number;
  readonly state: 'activated' | 'deactivated';
  readonly validTo: number;
  readonly isOnTier: boolean;
  readonly paid: ModelPaid;
};

/** What is asked of the living product. Under the rules of its group it is asked by `apply`. */
export type Wish =
  | { readonly do: 'ask'; readonly code: string; readonly explicit: boolean }
  | { readonly do: 'apply'; readonly code: string }
  | { readonly do: 'assign'; readonly code: string | null }
  | { readonly do: 'take back' };

type Waiting = { readonly wish: Wish; readonly code: string; readonly completedAs: string };

export type Model = {
  readonly products: readonly ModelProduct[];
  readonly pending: Waiting | null;
  /** A document with its minor units. */
  readonly events: readonly string[];
};

export type ModelAnswer = 'new product' | 'same product' | 'refused';

type Asked = { readonly model: Model; readonly answer: ModelAnswer };
type Question = {
  readonly wish: Wish;
  readonly now: number;
  readonly packages: readonly ModelPackage[];
};

export function beginModel({ code, price }: ModelPackage, start: number): Model {
  const validTo = start + periodMs;
  const paid = { amount: price, forMs: periodMs, from: start, to: validTo };
  return {
    products: [{ code, price, state: 'activated', validTo, isOnTier: true, paid }],
    pending: null,
    events: ['user_product_created', ...invoiced(price)],
  };
}

const invoiced = (amount: number): readonly string[] =>
  amount === 0 ? [] : [`invoice.created ${String(amount)}`];

const last = (model: Model): ModelProduct => {
  const product = model.products.at(-1);
  if (product === undefined) throw new Error('a model has a product');
  return product;
};

const told = (model: Model, ...events: readonly string[]): Model => ({
  ...model,
  events: [...model.events, ...events],
});

function ended(model: Model, next: ModelProduct, events: readonly string[]): Model {
  const old = { ...last(model), state: 'deactivated' as const };
  const products = [...model.products.slice(0, -1), old, next];
  return { ...told(model, ...events), products, pending: null };
}

/** A whole period of a package, bought at that time. */
function bought({ code, price }: Pick<ModelPackage, 'code' | 'price'>, from: number) {
  const to = from + periodMs;
  const paid = { amount: price, forMs: periodMs, from, to };
  return { code, price, state: 'activated', validTo: to, paid } as const;
}

/** Time passes: each boundary on the way applies what waits, or renews. */
export function passTime(model: Model, now: number, packages: readonly ModelPackage[]): Model {
  const product = last(model);
  if (product.validTo > now) return model;
  const { pending } = model;
  const { isOnTier } = product;
  const next = { ...bought(pending ? found(packages, pending.code) : product, product.validTo) };
  const charged = invoiced(next.price);
  const moved =
    pending === null
      ? {
          ...told(model, 'user_product_renewed', ...charged),
          products: [...model.products.slice(0, -1), { ...next, isOnTier }],
        }
      : ended(model, { ...next, isOnTier }, [pending.completedAs, ...charged]);
  return passTime(moved, now, packages);
}

function found(packages: readonly ModelPackage[], code: string): ModelPackage {
  const pack = packages.find((it) => it.code === code);
  if (pack === undefined) throw new Error('unknown package');
  return pack;
}

/** A request on the living product. */
export function ask(model: Model, question: Question): Asked {
  const { wish } = question;
  switch (wish.do) {
    case 'ask':
      return isWaiting(model, wish) ? same(model) : change(model, question, wish);
    case 'apply':
      return isWaiting(model, wish) ? same(model) : apply(model, question, wish);
    case 'assign':
      return assign(model, wish.code);
    case 'take back':
      return model.pending === null ? refused(model) : same(withoutPending(model));
  }
}

const same = (model: Model): Asked => ({ model, answer: 'same product' });
const refused = (model: Model): Asked => ({ model, answer: 'refused' });
const isWaiting = ({ pending }: Model, wish: Wish): boolean =>
  JSON.stringify(pending?.wish) === JSON.stringify(wish);
const withoutPending = (model: Model): Model =>
  model.pending === null ? model : { ...told(model, 'package_change_cancelled'), pending: null };

/** By Payway's rules: what waits makes room. */
function change(
  model: Model,
  { now, packages }: Question,
  wish: Extract<Wish, { do: 'ask' }>,
): Asked {
  const { code } = last(model);
  const target = found(packages, wish.code);
  if (target.code === code) return refused(model);
  const isUp = !wish.explicit && found(packages, code).rank < target.rank;
  if (isUp) return upgrade(model, now, target);
  const registered = wish.explicit ? 'package_change' : 'package_downgrade';
  const pending = { wish, code: target.code, completedAs: `${registered}_completed` };
  return same({ ...told(withoutPending(model), registered), pending });
}

function upgrade(model: Model, now: number, target: ModelPackage): Asked {
  const { paid, isOnTier } = last(model);
  const left = Math.max(0, paid.to - Math.max(now, paid.from));
  const carried = Number(
    (BigInt(left) * BigInt(paid.amount) * BigInt(periodMs)) /
      (BigInt(paid.forMs) * BigInt(target.price)),
  );
  const whole = bought(target, now);
  const validTo = now + carried;
  const next = carried === 0 ? whole : { ...whole, validTo, paid: { ...whole.paid, to: validTo } };
  const renewed = carried === 0 ? ['user_product_renewed', ...invoiced(target.price)] : [];
  const events = ['package_upgrade', ...renewed];
  return {
    model: ended(withoutPending(model), { ...next, isOnTier }, events),
    answer: 'new product',
  };
}

/** By the rules of the group: only on a tier, and only where nothing waits. */
function apply(
  model: Model,
  { now, packages }: Question,
  wish: Extract<Wish, { do: 'apply' }>,
): Asked {
  const product = last(model);
  const { isOnTier } = product;
  if (!isOnTier || model.pending !== null || wish.code === product.code) return refused(model);
  const target = found(packages, wish.code);
  const isUp = found(packages, product.code).rank < target.rank;
  const completedAs = isUp ? 'package_upgrade' : 'package_downgrade_completed';
  if (target.credit === 'waits') {
    const registered = isUp ? 'package_upgrade_scheduled' : 'package_downgrade';
    return same({ ...told(model, registered), pending: { wish, code: wish.code, completedAs } });
  }
  const credit = creditOf(product, target.credit, now);
  const noted = credit === 0 ? [] : [`credit_note.created ${String(credit)}`];
  const events = [completedAs, ...noted, ...invoiced(target.price)];
  return {
    model: ended(model, { ...bought(target, now), isOnTier }, events),
    answer: 'new product',
  };
}

/** Of what was paid, by the days of UTC; of what begins and ends on one day, by the millisecond. */
function creditOf({ paid, price }: ModelProduct, how: ModelPackage['credit'], now: number): number {
  const { amount, forMs, from, to } = paid;
  if (how === 'none' || now < from || now >= to) return 0;
  const net = rounded(BigInt(amount) * BigInt(to - from), BigInt(forMs));
  if (how === 'full') return Math.min(net, price);
  const [first, today, end] = [from, now, to].map((it) => Math.floor(it / dayMs)) as Days;
  return end > first
    ? rounded(BigInt(net) * BigInt(end - today), BigInt(end - first))
    : rounded(BigInt(net) * BigInt(to - now), BigInt(to - from));
}
type Days = [number, number, number];

/** Half up: nothing here is below 0. */
function rounded(parts: bigint, whole: bigint): number {
  return Number((2n * parts + whole) / (2n * whole));
}

function assign(model: Model, code: string | null): Asked {
  const product = last(model);
  if (model.pending !== null || (code !== null && code !== product.code)) return refused(model);
  const isOnTier = code !== null;
  if (isOnTier === product.isOnTier) return same(model);
  const products = [...model.products.slice(0, -1), { ...product, isOnTier }];
  return same({ ...told(model, 'user_product_updated'), products });
}
