import type {
  Organisation,
  OrganisationClock,
} from '../../application/ports/organisation-store.js';
import type { Currency } from '../../domain/money/money.js';
import type { TimeZone } from '../../domain/time/instant.js';
import {
  type OrganisationDocument,
  organisationSchemaVersion,
} from '../schemas/organisation.schema.js';
import { assertReadable } from './schema-version.js';
import { idOf, instantOf, nullable } from './values.mapper.js';

type Settings = Omit<
  OrganisationDocument,
  '_id' | 'live' | 'test_clock_at' | 'period_ends' | 'pages'
>;

/** What a save sets whatever was there before. */
export function organisationSettings(organisation: Omit<Organisation, 'testClockAt'>): Settings {
  return {
    schema_version: organisationSchemaVersion,
    name: organisation.name,
    time_zone: organisation.timeZone,
    currency: organisation.currency,
    proration_grain: organisation.prorationGrain,
  };
}

/** A live organisation never has a clock of its own: one set before it went live is not looked at. */
export function organisationOf(document: OrganisationDocument): Organisation {
  assertReadable(document, organisationSchemaVersion);
  return {
    id: idOf(document._id),
    name: document.name,
    timeZone: document.time_zone as TimeZone,
    currency: document.currency as Currency,
    live: document.live,
    prorationGrain: document.proration_grain,
    testClockAt: document.live ? null : nullable(document.test_clock_at, instantOf),
  };
}

/** What time it is there and who ends its periods; of a live one, that it has no clock. */
export function organisationClockOf({
  live,
  test_clock_at,
  period_ends,
}: Pick<OrganisationDocument, 'live' | 'test_clock_at' | 'period_ends'>): OrganisationClock {
  return {
    testClockAt: live ? null : nullable(test_clock_at, instantOf),
    heldUntil: nullable(period_ends?.held_until, instantOf),
  };
}
