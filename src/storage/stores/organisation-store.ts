import type { OrganisationStore } from '../../application/ports/organisation-store.js';
import type { Database } from '../connect.js';
import { organisationOf, organisationSettings } from '../mappers/organisation.mapper.js';
import { pageSettingsFields } from '../mappers/page-settings.mapper.js';
import { toDate, objectIdOf } from '../mappers/values.mapper.js';
import { isDuplicateKey } from './duplicate-key.js';
import { makeOrganisationPages } from './organisation-pages.js';
import { makePeriodEndHolds } from './period-end-holds.js';

/** Organisations, each with the time of its test clock and who ends its periods. */
export function makeOrganisationStore(database: Database): OrganisationStore {
  return {
    ...makeOrganisations(database),
    ...makeOrganisationPages(database),
    ...makePeriodEndHolds(database),
  };
}

/** They hold a logo, and the organisations are listed every second. */
const withoutPages = { pages: 0 } as const;

type Own = Omit<
  OrganisationStore,
  'readPages' | 'replacePages' | keyof ReturnType<typeof makePeriodEndHolds>
>;

function makeOrganisations({ models, reading, writing, limits }: Database): Own {
  const { organisations } = models;

  return {
    find: async (id) => {
      const own = { _id: objectIdOf(id) };
      const document = await reading(() => organisations.findOne(own, withoutPages).lean().exec());
      return document === null ? null : organisationOf(document);
    },

    list: async () => {
      const documents = await reading(() =>
        organisations
          .find({}, withoutPages)
          .sort({ _id: 1 })
          .maxTimeMS(limits.replyMs)
          .lean()
          .exec(),
      );
      return documents.map(organisationOf);
    },

    // `live` is only ever set, never taken back: one that is not live is written on insert alone.
    save: async (organisation) => {
      const { id, live, pages = {} } = organisation;
      const settings = { ...organisationSettings(organisation), ...pageSettingsFields(pages) };
      const update = live
        ? { $set: { ...settings, live } }
        : { $set: settings, $setOnInsert: { live } };
      const save = async () =>
        organisations.updateOne({ _id: objectIdOf(id) }, update, { upsert: true }).exec();
      const { upsertedCount, modifiedCount } = await writing(save).catch((error: unknown) => {
        // Somebody inserted it at the same instant: now it is there to be updated.
        if (isDuplicateKey(error)) return writing(save);
        throw error;
      });
      return upsertedCount + modifiedCount > 0;
    },

    // Whether it moved is decided within the one document, so two settings at once cannot turn the clock back.
    setTestClock: async (id, at) => {
      const date = toDate(at);
      const filter = {
        _id: objectIdOf(id),
        live: false,
        $or: [{ test_clock_at: { $exists: false } }, { test_clock_at: { $lte: date } }],
      };
      const { matchedCount } = await writing(() =>
        organisations.updateOne(filter, { $set: { test_clock_at: date } }).exec(),
      );
      return matchedCount > 0;
    },
  };
}
