import { type AccountId, toId } from '../../domain/ids.js';
import type { AccountStore } from '../ports/account-store.js';
import type { Clock, IdSource } from '../ports/surroundings.js';
import type { CreateAccount } from './account-commands.js';

export type CreateAccountDeps = {
  readonly accounts: Pick<AccountStore, 'insertMany' | 'find'>;
  readonly ids: IdSource;
  /** Real time: an account is there whatever an organisation's own clock says. */
  readonly clock: Clock;
};

/**
 * An account that has nothing yet (docs/spec/product-groups-api.md §4). Called again for the same id it answers what there
 * is by now.
 */
export function makeCreateAccount(deps: CreateAccountDeps): CreateAccount {
  return async ({ organisationId, chosenId, customerNumber }) => {
    const id = chosenId ?? toId<AccountId>(deps.ids.next());
    const [createdAt, account] = [deps.clock.now(), { id, customerNumber }];
    const present = await deps.accounts.insertMany(organisationId, [account], createdAt);
    if (present.length === 0) return { ...account, version: 1, createdAt };
    const made = await deps.accounts.find(organisationId, id);
    if (made === null) throw new Error('an account that was just there is gone');
    return made;
  };
}
