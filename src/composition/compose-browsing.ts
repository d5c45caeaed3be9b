import { makeFindNextBoundary } from '../application/clock/find-next-boundary.js';
import { makeBrowseEvents } from '../application/events/browse-events.js';
import { makeFindEvent } from '../application/events/find-event.js';
import { makeEditPageSettings } from '../application/portal/edit-page-settings.js';
import { makeSetLogo } from '../application/portal/set-logo.js';
import type { Stores } from '../storage/open-stores.js';

export type BrowsingStores = Pick<
  Stores,
  'events' | 'webhookEvents' | 'userProducts' | 'organisations'
>;

/** Wires how operators look through the log and ahead, and how they edit what pages say. */
export function composeBrowsing(stores: BrowsingStores) {
  return {
    browseEvents: makeBrowseEvents(stores),
    findEvent: makeFindEvent(stores),
    findNextBoundary: makeFindNextBoundary(stores),
    editPageSettings: makeEditPageSettings(stores),
    setLogo: makeSetLogo(stores),
  };
}
