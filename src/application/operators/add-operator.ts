import { type OperatorId, toId } from '../../domain/ids.js';
import {
  type Membership,
  type OrganisationScope,
  parseEmail,
  parseOperatorName,
} from '../../domain/operators/operator.js';
import type { OperatorStore } from '../ports/operator-store.js';
import type { IdSource } from '../ports/surroundings.js';

type AddOperatorCommand = Membership & {
  /** Where whoever asks may add somebody. */
  readonly within: OrganisationScope;
  readonly name: string;
  readonly email: string;
  /** Chosen by a form, so that sending it twice adds one; absent: a new one. */
  readonly chosenId?: OperatorId;
};

export type AddOperator = (command: AddOperatorCommand) => Promise<
  | { readonly ok: true; readonly id: OperatorId }
  | {
      readonly ok: false;
      readonly failure: 'name_not_allowed' | 'email_not_allowed' | 'email_taken' | 'out_of_scope';
    }
>;

export type AddOperatorDeps = {
  readonly operators: Pick<OperatorStore, 'insert' | 'find'>;
  readonly ids: IdSource;
};

/** Adds somebody with one role. They get in by a link that is made for them. */
export function makeAddOperator({ operators, ids }: AddOperatorDeps): AddOperator {
  return async ({ within, organisationId, role, ...given }) => {
    if (within !== '*' && within !== organisationId) return { ok: false, failure: 'out_of_scope' };
    const name = parseOperatorName(given.name);
    if (name === null) return { ok: false, failure: 'name_not_allowed' };
    const email = parseEmail(given.email);
    if (email === null) return { ok: false, failure: 'email_not_allowed' };
    const id = given.chosenId ?? toId<OperatorId>(ids.next());
    const inserted = await operators.insert({
      ...{ id, name, email, identity: null, passkeys: [], disabled: false, version: 1 },
      memberships: [{ organisationId, role }],
    });
    const isDone = inserted || (await operators.find(id))?.email === email;
    return isDone ? { ok: true, id } : { ok: false, failure: 'email_taken' };
  };
}
