import type { OrganisationId } from '../../domain/ids.js';
import type { PageSettings } from '../../domain/portal/portal-settings.js';
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

/** An organisation as it is to be; what is not said of its pages stays as it is. */
export type SavedOrganisation = Omit<Organisation, 'testClockAt'> & {
  readonly pages?: Partial<PageSettings>;
};

/** For a live one the clock is null. */
export type OrganisationClock = Pick<Organisation, 'testClockAt'> & {
  /** Real time; null: nobody holds them. */
  readonly heldUntil: Instant | null;
};

/** All in real time: organisations' clocks stand still. */
type PeriodEndHold = {
  readonly holder: string;
  readonly now: Instant;
  readonly until: Instant;
};

export type OrganisationStore = {
  find(id: OrganisationId): Promise<Organisation | null>;
  list(): Promise<readonly Organisation[]>;
  /** Makes it what is given; `live` never goes back to false, the test clock is left alone. True when anything changed. */
  save(organisation: SavedOrganisation): Promise<boolean>;
  /** How its pages are, by default where it says nothing. Apart from the rest: a logo is large, and most ask for none. */
  readPages(id: OrganisationId): Promise<PageSettings | null>;
  /** Changes how its pages are where that part of them is still as it was seen. False: it is another by now, or not there. */
  replacePages(
    id: OrganisationId,
    change: { readonly seen: Partial<PageSettings>; readonly next: Partial<PageSettings> },
  ): Promise<boolean>;
  /** What `find` says of its test clock, and until when its period ends are held; null: it is not there. */
  readClock(id: OrganisationId): Promise<OrganisationClock | null>;
  /**
   * Holds the period ends of an organisation for one holder: takes them where nobody holds them or the time of whoever did
   * is over, and extends one's own. False: another holds them.
   */
  holdPeriodEnds(id: OrganisationId, hold: PeriodEndHold): Promise<boolean>;
  /** Nothing, where another holds them by now. */
  releasePeriodEnds(id: OrganisationId, holder: string): Promise<void>;
  /** Those whose period ends are held at that instant, real time. */
  listHeld(now: Instant): Promise<readonly OrganisationId[]>;
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
