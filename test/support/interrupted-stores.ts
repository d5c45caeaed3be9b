import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import { OutcomeUnknownError } from '../../src/application/ports/failures.js';

/** The process died here. Nothing that it would have done afterwards happens. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

export type Interruption =
  /** Dies before the command is sent, or after it was written but before the reply is seen. */
  | { readonly kind: 'crash'; readonly atCall: number; readonly when: 'before' | 'after' }
  /** The commit is written, its reply is lost; the process lives on. */
  | { readonly kind: 'reply lost'; readonly atCommit: number }
  /** The commit is under way while its sender believes it lost; it lands when `land` is called, or never. */
  | { readonly kind: 'command delayed'; readonly atCommit: number };

export type InterruptedStores = {
  readonly stores: ChangeStores;
  /** Every command sent, as `store.method`. */
  readonly calls: readonly string[];
  /** Whether the crash has happened: nothing was sent after it. */
  hasDied(): boolean;
  /** Lets a delayed commit reach the database after all. */
  land(): Promise<void>;
};

type Call = (...args: readonly unknown[]) => Promise<unknown>;

/**
 * The same stores over the same real database, interrupted at one command: faults come in by the ports, the database
 * is not pretended.
 */
export function interruptedStores(
  stores: ChangeStores,
  interruption: Interruption | null,
): InterruptedStores {
  const calls: string[] = [];
  let commits = 0;
  let isDead = false;
  let delayed: (() => Promise<unknown>) | null = null;

  const crashing = async (perform: () => Promise<unknown>): Promise<unknown> => {
    if (interruption?.kind !== 'crash' || calls.length !== interruption.atCall) return perform();
    isDead = true;
    if (interruption.when === 'after') await perform();
    throw new Crash();
  };

  const losing = async (perform: () => Promise<unknown>): Promise<unknown> => {
    commits += 1;
    if (interruption === null || interruption.kind === 'crash') return perform();
    if (commits !== interruption.atCommit) return perform();
    if (interruption.kind === 'reply lost') await perform();
    else delayed = perform;
    throw new OutcomeUnknownError();
  };

  return {
    stores: aroundCommands(stores, async (command, perform) => {
      if (isDead) throw new Crash();
      calls.push(command);
      return command.endsWith('.commit') ? losing(() => crashing(perform)) : crashing(perform);
    }),
    calls,
    hasDied: () => isDead,
    land: async () => {
      await delayed?.();
      delayed = null;
    },
  };
}

/** The same stores, each command handed to `around` as `store.method`: whether and when it is performed is up to that. */
export function aroundCommands(
  stores: ChangeStores,
  around: (command: string, perform: () => Promise<unknown>) => Promise<unknown>,
): ChangeStores {
  const wrap = <Store extends object>(name: string, store: Store): Store =>
    new Proxy(store, {
      get: (target, property, receiver) => {
        const method: unknown = Reflect.get(target, property, receiver);
        if (typeof method !== 'function') return method;
        return (...args: readonly unknown[]) =>
          around(`${name}.${String(property)}`, () => (method as Call).apply(target, [...args]));
      },
    });
  return {
    ...stores,
    userProducts: wrap('userProducts', stores.userProducts),
    outboxes: wrap('outboxes', stores.outboxes),
    changes: wrap('changes', stores.changes),
    documents: wrap('documents', stores.documents),
    events: wrap('events', stores.events),
    carts: wrap('carts', stores.carts),
    productPlaces: wrap('productPlaces', stores.productPlaces),
    idempotency: wrap('idempotency', stores.idempotency),
  };
}
