import type { AppDeps } from '../../../src/http/app.js';

type Reading =
  | 'listPackages'
  | 'findPackage'
  | 'listSubscriptions'
  | 'searchSubscriptions'
  | 'listChanges'
  | 'listPendingChanges'
  | 'listEvents';

const nothing = (): Promise<null> => Promise.resolve(null);

/** Use cases that read, where nobody has put anything; a test hands in what it has. */
export const nothingFound: Pick<AppDeps, Reading> = {
  listPackages: nothing,
  findPackage: nothing,
  listSubscriptions: nothing,
  searchSubscriptions: nothing,
  listChanges: nothing,
  listPendingChanges: nothing,
  listEvents: nothing,
};
