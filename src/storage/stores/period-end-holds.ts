import type { OrganisationStore } from '../../application/ports/organisation-store.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { organisationClockOf } from '../mappers/organisation.mapper.js';
import { idOf, objectIdOf, toDate } from '../mappers/values.mapper.js';

type Holds = Pick<
  OrganisationStore,
  'readClock' | 'holdPeriodEnds' | 'releasePeriodEnds' | 'listHeld'
>;

/** Who ends the periods of which organisation in order, written in the organisation's own document with its end. */
export function makePeriodEndHolds({ models, reading, writing }: Database): Holds {
  const { organisations } = models;

  return {
    readClock: async (id) => {
      const fields = { live: 1, test_clock_at: 1, period_ends: 1 } as const;
      const document = await reading(() =>
        organisations
          .findOne({ _id: objectIdOf(id) }, fields)
          .lean()
          .exec(),
      );
      return document === null ? null : organisationClockOf(document);
    },

    // Within the one document, so that of many who try at once one gets it.
    holdPeriodEnds: async (id, { holder, now, until }) => {
      const free = [
        { period_ends: { $exists: false } },
        { 'period_ends.holder': holder },
        { 'period_ends.held_until': { $lte: toDate(now) } },
      ];
      const held = { period_ends: { holder, held_until: toDate(until) } };
      const { matchedCount } = await writing(() =>
        organisations.updateOne({ _id: objectIdOf(id), $or: free }, { $set: held }).exec(),
      );
      return matchedCount > 0;
    },

    releasePeriodEnds: async (id, holder) => {
      const own = { _id: objectIdOf(id), 'period_ends.holder': holder };
      await writing(() => organisations.updateOne(own, { $unset: { period_ends: '' } }).exec());
    },

    listHeld: async (now) => {
      const held = { 'period_ends.held_until': { $gt: toDate(now) } };
      const documents = await reading(() => organisations.find(held, { _id: 1 }).lean().exec());
      return documents.map(({ _id }) => idOf<OrganisationId>(_id));
    },
  };
}
