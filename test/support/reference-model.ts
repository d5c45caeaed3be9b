/**
 * What a subscription must be like, in the simplest words: packages of 30 days in UTC, numbers, and no storage. Written
 * apart from the product, so that the two can disagree.
 */
export const dayMs = 86_400_000;
export const periodMs = 30 * dayMs;

export type ModelPackage = { readonly code: string; readonly rank: number; readonly price: number };

export type ModelProduct = {
  readonly code: string;
  readonly price: number;
  readonly state: 'activated' | 'deactivated';
  readonly validTo: number;
};

type Wish = { readonly code: string; readonly explicit: boolean };

export type Model = {
  readonly products: readonly ModelProduct[];
  readonly pending: Wish | null;
  readonly events: readonly string[];
};

export type ModelAnswer = 'new product' | 'same product' | 'refused';

export function beginModel(pack: ModelPackage, start: number): Model {
  const { code, price } = pack;
  return {
    products: [{ code, price, state: 'activated', validTo: start + periodMs }],
    pending: null,
    events: ['user_product_created'],
  };
}

const last = (model: Model): ModelProduct => {
  const product = model.products.at(-1);
  if (product === undefined) throw new Error('a model has a product');
  return product;
};

function ended(model: Model, next: ModelProduct, events: readonly string[]): Model {
  const old = { ...last(model), state: 'deactivated' as const };
  return {
    products: [...model.products.slice(0, -1), old, next],
    pending: null,
    events: [...model.events, ...events],
  };
}

/** Time passes: each boundary on the way applies what waits, or renews. */
export function passTime(model: Model, now: number, packages: readonly ModelPackage[]): Model {
  const product = last(model);
  if (product.validTo > now) return model;
  const validTo = product.validTo + periodMs;
  const wanted = packages.find((it) => it.code === model.pending?.code);
  const next =
    wanted === undefined
      ? {
          products: [...model.products.slice(0, -1), { ...product, validTo }],
          pending: null,
          events: [...model.events, 'user_product_renewed'],
        }
      : ended(model, { code: wanted.code, price: wanted.price, state: 'activated', validTo }, [
          model.pending?.explicit === true
            ? 'package_change_completed'
            : 'package_downgrade_completed',
        ]);
  return passTime(next, now, packages);
}

type Asked = { readonly model: Model; readonly answer: ModelAnswer };
type Question = {
  readonly wish: Wish;
  readonly now: number;
  readonly packages: readonly ModelPackage[];
};

/** A request on the living product. */
export function ask(model: Model, question: Question): Asked {
  const { wish, packages } = question;
  const product = last(model);
  const source = packages.find((it) => it.code === product.code);
  const target = packages.find((it) => it.code === wish.code);
  if (source === undefined || target === undefined) throw new Error('unknown package');
  const { pending } = model;
  if (pending?.code === wish.code && pending.explicit === wish.explicit) {
    return { model, answer: 'same product' };
  }
  if (wish.code === product.code) return { model, answer: 'refused' };
  return !wish.explicit && source.rank < target.rank
    ? upgrade(model, question.now, target)
    : register(model, wish);
}

const replacedIn = ({ pending }: Model): readonly string[] =>
  pending === null ? [] : ['package_change_cancelled'];

function register(model: Model, wish: Wish): Asked {
  const event = wish.explicit ? 'package_change' : 'package_downgrade';
  const events = [...model.events, ...replacedIn(model), event];
  return { model: { ...model, pending: wish, events }, answer: 'same product' };
}

function upgrade(model: Model, now: number, target: ModelPackage): Asked {
  const product = last(model);
  const bought = Math.floor(((product.validTo - now) * product.price) / target.price);
  const renewed = bought === 0 ? ['user_product_renewed'] : [];
  const validTo = now + (bought === 0 ? periodMs : bought);
  const next = { code: target.code, price: target.price, state: 'activated', validTo } as const;
  const events = [...replacedIn(model), 'package_upgrade', ...renewed];
  return { model: ended(model, next, events), answer: 'new product' };
}
