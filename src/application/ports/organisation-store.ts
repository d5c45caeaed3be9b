import type { OrganisationId } from '../../domain/ids.js';
import type { Currency } from '../../domain/money/money.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';

export type Organisation = {
  readonly id: OrganisationId;
  readonly name: string;
  readonly timeZone: TimeZone;
  readonly currency: Currency;
  /** A live organisation never has a clock of its own, and never becomes one that is not live. */
  readonly live: boolean;
  readonly prorationGrain: 'day' | 'second';
  /** A test clock that was set stands still here; null: real time. */
  readonly testClockAt: Instant | null;
};

export type OrganisationStore = {
  find(id: OrganisationId): Promise<Organisation | null>;
  list(): Promise<readonly Organisation[]>;
  /** Makes it what is given; `live` never goes back to false, the test clock is left alone. True when anything changed. */
  save(organisation: Omit<Organisation, 'testClockAt'>): Promise<boolean>;
  /** Sets the clock where it is unset or not later, filtered by `live: false`. False: it was not written. */
  setTestClock(id: OrganisationId, at: Instant): Promise<boolean>;
};

/** Takes a whole organisation out of the database. For demo data only: what is removed is gone. */
export type OrganisationRemoval = {
  /**
   * Deletes every document of that organisation in every collection: user products first, since drains start from
   * them, the organisation itself last, so that one that was cut short can be repeated. Answers how many there were.
   */
  remove(organisationId: OrganisationId): Promise<number>;
};
