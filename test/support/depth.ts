import fc from 'fast-check';
import { isFull } from '../../packages/embedded-mongo/test/support/depth.js';

export { isFull, runs } from '../../packages/embedded-mongo/test/support/depth.js';

/** What a case is about, by factor: `{ earlier: 'cancel', call: 'upgrade' }`. */
type Factors = Readonly<Record<string, unknown>>;

/** At full breadth all cases; else as many as it takes that each value of each factor is met once. */
export function coveringValues<Case>(
  cases: readonly Case[],
  factorsOf: (it: Case) => Factors,
  order: Order = {},
): readonly Case[] {
  return covering(cases, (it) => valuesOf(factorsOf(it)), order);
}

/**
 * At full breadth all cases; else as many as it takes that each pair of values of two factors that the cases have is met
 * once: of a product of three factors with three values each, some 10 of 27.
 */
export function coveringPairs<Case>(
  cases: readonly Case[],
  factorsOf: (it: Case) => Factors,
  order: Order = {},
): readonly Case[] {
  const pairsOf = (it: Case): readonly string[] => {
    const values = valuesOf(factorsOf(it));
    return values.flatMap((one, index) =>
      values.slice(index + 1).map((other) => `${one} ${other}`),
    );
  };
  return covering(cases, pairsOf, order);
}

type Order = {
  /** In which order cases are looked at: the same in every run. */
  readonly seed?: number;
  readonly all?: boolean;
};

const valuesOf = (factors: Factors): readonly string[] =>
  Object.entries(factors).map(([name, value]) => `${name}=${JSON.stringify(value)}`);

/** Takes the case that meets most of what is not yet met, until all is. */
function covering<Case>(
  cases: readonly Case[],
  meetsOf: (it: Case) => readonly string[],
  { seed = 1, all = isFull }: Order,
): readonly Case[] {
  if (all) return cases;
  const order = shuffled(cases, seed).map((it) => ({ it, meets: meetsOf(it) }));
  const met = new Set<string>();
  const chosen = new Set<Case>();
  for (;;) {
    const gains = order.map(({ meets }) => meets.filter((it) => !met.has(it)).length);
    const best = Math.max(0, ...gains);
    const next = order[gains.indexOf(best)];
    if (best === 0 || next === undefined) break;
    for (const it of next.meets) met.add(it);
    chosen.add(next.it);
  }
  return cases.filter((it) => chosen.has(it));
}

function shuffled<T>(them: readonly T[], seed: number): readonly T[] {
  const all = fc.shuffledSubarray([...them], { minLength: them.length });
  return fc.sample(all, { seed, numRuns: 1 })[0] ?? [];
}
