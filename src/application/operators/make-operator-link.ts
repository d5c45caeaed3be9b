import { type PageLinkId, toId } from '../../domain/ids.js';
import { type Instant, toInstant } from '../../domain/time/instant.js';
import type { OperatorStore } from '../ports/operator-store.js';
import type { PageAccessStore } from '../ports/page-access-store.js';
import type { PageSecrets } from '../ports/page-secrets.js';
import type { Clock, IdSource } from '../ports/surroundings.js';
import {
  type OperatorKey,
  type OperatorOfOthers,
  type OperatorRefused,
  type UnknownOperator,
  whyOutOfReach,
} from './edit-operator.js';

/** `token` stands at the end of the address; it is told this once. All is real time. */
export type MakeOperatorLink = (
  command: OperatorKey & {
    readonly goodForMinutes?: number;
    /** Chosen by a form, so that sending it twice makes one: the last. Absent: a new one. */
    readonly chosenId?: PageLinkId;
  },
) => Promise<
  | { readonly ok: true; readonly token: string; readonly endsAt: Instant }
  | UnknownOperator
  | OperatorOfOthers
  | OperatorRefused<'operator_disabled'>
>;

export type MakeOperatorLinkDeps = {
  readonly operators: Pick<OperatorStore, 'find'>;
  readonly pageAccess: Pick<PageAccessStore, 'insertLink'>;
  readonly pageSecrets: PageSecrets;
  readonly ids: IdSource;
  /** Real time. */
  readonly clock: Clock;
};

const usualMinutes = 15;
const mostMinutes = 60;

/**
 * A one-time way in for an operator who has no passkey, or lost it: for 15 minutes, or as many as are asked for, 60 at most
 * (docs/spec/pages.md §10). Whoever holds it is that operator, so nobody makes one for somebody who is more than they own.
 */
export function makeMakeOperatorLink(deps: MakeOperatorLinkDeps): MakeOperatorLink {
  return async ({ within, id, goodForMinutes = usualMinutes, chosenId }) => {
    const operator = await deps.operators.find(id);
    const refusal = whyOutOfReach(operator, within);
    if (refusal !== null) return refusal;
    if (operator?.disabled === true) return { ok: false, failure: 'operator_disabled' };
    const token = deps.pageSecrets.next();
    const createdAt = deps.clock.now();
    const endsAt = toInstant(createdAt + Math.min(goodForMinutes, mostMinutes) * 60_000);
    await deps.pageAccess.insertLink({
      id: chosenId ?? toId<PageLinkId>(deps.ids.next()),
      tokenHash: deps.pageSecrets.hashOf(token),
      owner: { kind: 'console', operatorId: id },
      delivery: 'redirect',
      createdAt,
      endsAt,
      usedAt: null,
      visit: null,
    });
    return { ok: true, token, endsAt };
  };
}
